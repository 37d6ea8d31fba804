import type { Replacement, ReplacementPassage } from '#contracts/api';
import type { BulkChangeRecord, PassageRecord, ReplacementRecord } from '#store';

/** A replacement as the API shows it. */
export function toReplacement(record: ReplacementRecord): Replacement {
  const { id, ownerId, level, scopeId, term, forms, capitals } = record;
  const { counts, conversationCount, applied, undone, createdAt } = record;
  return {
    ...{ id, ownerId, level, scopeId, term, forms: [...forms], capitals },
    conversationCount,
    passageCount: Object.values(counts).reduce((sum, count) => sum + count, 0),
    counts: { ...counts },
    ...{ applied: toRun(applied), undone: toRun(undone) },
    createdAt: createdAt.toISOString(),
  };
}

function toRun(change: BulkChangeRecord | null): Replacement['applied'] {
  return change === null ? null : { taskId: change.task.id, state: change.task.state };
}

/** A passage as the API shows it. */
export function toPassage(record: PassageRecord): ReplacementPassage {
  const { conversationId, title, turnId, segmentId, speaker, before, after, outcome } = record;
  return { conversationId, title, turnId, segmentId, speaker, before, after, outcome };
}
