import type { Memory } from '#contracts/api';
import type { MemoryRecord } from '#store';

/** A memory as the API shows it. */
export function toMemory(record: MemoryRecord): Memory {
  return {
    id: record.id,
    ownerId: record.ownerId,
    conversationId: record.conversationId,
    exchangeId: record.exchangeId,
    narrative: record.narrative,
    significance: record.significance,
    reason: record.reason,
    engine: record.engine,
    rubricVersion: record.rubricVersion,
    scoredAt: record.scoredAt?.toISOString() ?? null,
    pin: pinOf(record),
    taskId: record.significanceTaskId,
    createdAt: record.createdAt.toISOString(),
  };
}

function pinOf({ pinned, autoPinned }: MemoryRecord): Memory['pin'] {
  if (!pinned) return null;
  return autoPinned ? 'auto' : 'manual';
}
