import type {
  ExportedRejectedName,
  ExportedSpeakerChange,
  ExportedVoiceProfile,
} from '#contracts/export';
import type { RowOf } from './conversation-lines.ts';

export function speakerChangeLine(row: RowOf<'speakerChanges'>): ExportedSpeakerChange {
  const { id, fromName: from, toName: to, bases, clipId, ranges, toLabel } = row;
  const passages = ranges?.map(({ startMs, endMs, label }) => ({ startMs, endMs, label })) ?? null;
  return {
    ...{ id, from, to, bases, clipId, passages, toLabel },
    createdAt: row.createdAt.toISOString(),
    undoneAt: row.undoneAt?.toISOString() ?? null,
  };
}

export function voiceProfileLine(row: RowOf<'voiceProfiles'>): ExportedVoiceProfile {
  const { id, clipId, voiceLabel, name, engine, embedding, windowCount, createdAt } = row;
  return {
    ...{ id, clipId, voiceLabel, name, engine, windowCount },
    embedding: embedding.toString('base64'),
    createdAt: createdAt.toISOString(),
  };
}

export function rejectedNameLine(row: RowOf<'rejectedNames'>): ExportedRejectedName {
  const { voiceLabel, name, createdAt } = row;
  return { voiceLabel, name, createdAt: createdAt.toISOString() };
}
