import type { Memory } from '#contracts/api';
import type { PlacedMemory } from '#store';

/** A memory as the API shows it. */
export function toMemory(record: PlacedMemory): Memory {
  return {
    id: record.id,
    ownerId: record.ownerId,
    conversationId: record.conversationId,
    conversationTitle: record.conversationTitle,
    projectId: record.projectId,
    exchangeId: record.exchangeId,
    narrative: record.narrative,
    significance: record.significance,
    significanceValue: record.significanceValue,
    reason: record.reason,
    engine: record.engine,
    rubricVersion: record.rubricVersion,
    scoredAt: record.scoredAt?.toISOString() ?? null,
    pin: pinOf(record),
    taskId: record.significanceTaskId,
    createdAt: record.createdAt.toISOString(),
    editedAt: record.editedAt?.toISOString() ?? null,
    keptAt: record.keptAt?.toISOString() ?? null,
    keptFrom: record.conversationTitle === null ? null : record.keptFrom,
  };
}

function pinOf({ pinned, autoPinned }: PlacedMemory): Memory['pin'] {
  if (!pinned) return null;
  return autoPinned ? 'auto' : 'manual';
}
