import { sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import { rejectedNames, speakerChanges, voiceProfiles } from '../schema/index.ts';
import { inBatches } from './in-batches.ts';
import { newIdOf, type ConversationIds } from './conversation-ids.ts';
import type { ImportedConversation, Importing } from './imported.records.ts';

/**
 * Writes what the voices of a conversation are: their labels, what people have decided about them, and those that are known by
 * name. Its turns and recordings are there. Every later run respects the decisions.
 */
export async function writeImportedSpeakers(
  tx: Transaction,
  { ownerId }: Importing,
  imported: Pick<
    ImportedConversation,
    'turns' | 'speakerChanges' | 'voiceProfiles' | 'rejectedNames'
  >,
  ids: ConversationIds,
): Promise<void> {
  const { conversationId } = ids;
  await writeLabels(tx, imported, ids);
  const changes = imported.speakerChanges.map(({ id, from, to, passages, ...change }) => ({
    ...{ id: newIdOf(ids.speakerChanges, id), conversationId, fromName: from, toName: to },
    ...{ bases: change.bases, ranges: passages, toLabel: change.toLabel },
    clipId: change.clipId === null ? null : newIdOf(ids.clips, change.clipId),
    createdAt: new Date(change.createdAt),
    undoneAt: change.undoneAt === null ? null : new Date(change.undoneAt),
  }));
  const profiles = imported.voiceProfiles.map((profile) => ({
    ...{ id: newIdOf(ids.voiceProfiles, profile.id), ownerId, conversationId },
    ...{ clipId: newIdOf(ids.clips, profile.clipId), voiceLabel: profile.voiceLabel },
    ...{ name: profile.name, engine: profile.engine, windowCount: profile.windowCount },
    embedding: Buffer.from(profile.embedding, 'base64'),
    createdAt: new Date(profile.createdAt),
  }));
  const rejected = imported.rejectedNames.map(({ voiceLabel, name, createdAt }) => ({
    ...{ conversationId, voiceLabel, name, createdAt: new Date(createdAt) },
  }));
  await inBatches(changes, (batch) => tx.insert(speakerChanges).values([...batch]));
  await inBatches(profiles, (batch) => tx.insert(voiceProfiles).values([...batch]));
  const columns = ['conversationId', 'voiceLabel', 'name', 'createdAt'] as const;
  await insertRows(tx, rejectedNames, columns, rejected);
}

/** The events of an import name speakers only. */
async function writeLabels(
  tx: Transaction,
  { turns }: Pick<ImportedConversation, 'turns'>,
  ids: Pick<ConversationIds, 'turns'>,
): Promise<void> {
  const labelled = turns
    .filter((turn) => turn.voiceLabel !== undefined || turn.givenSpeaker !== undefined)
    .map(({ id, voiceLabel = null, givenSpeaker = null }) => ({
      ...{ id: newIdOf(ids.turns, id), label: voiceLabel, given: givenSpeaker },
    }));
  if (labelled.length === 0) return;
  await tx.execute(sql`
    UPDATE turns SET voice_label = labelled.label, given_speaker = labelled.given
    FROM jsonb_to_recordset(${JSON.stringify(labelled)}::jsonb)
      AS labelled(id text, label text, given text)
    WHERE turns.id = labelled.id`);
}
