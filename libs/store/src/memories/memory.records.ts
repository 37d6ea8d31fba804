import type { SpokenText } from '#contracts/model';
import { AppError } from '#platform';
import { newId } from '../database/ids.ts';
import type { EventOf } from '../events/domain-events.ts';
import type { memories } from '../schema/index.ts';

export type MemoryRecord = typeof memories.$inferSelect;

/**
 * A memory with the title and the project of its conversation, if it has one, or the title of the one
 * that it was kept from, if that was restored.
 */
export interface PlacedMemory extends MemoryRecord {
  readonly conversationTitle: string | null;
  readonly projectId: string | null;
}

/** A memory that is about to be stored, with its id. */
export interface NewMemory {
  readonly id: string;
  readonly ownerId: string;
  readonly conversationId: string | null;
  readonly exchangeId: string | null;
  readonly narrative: string;
  readonly priorDialogue: readonly SpokenText[] | null;
}

/** The memories of an exchange. */
export function memoriesOf(
  exchange: {
    readonly ownerId: string;
    readonly conversationId: string;
    readonly exchangeId: string;
  },
  narratives: readonly string[],
): readonly NewMemory[] {
  return narratives.map((narrative) => ({
    ...exchange,
    id: newId('memory'),
    narrative,
    priorDialogue: null,
  }));
}

/**
 * The `memory_written` event of a memory.
 * @param taskId the task that created it, if any
 */
export function memoryWritten(
  { id, ownerId, conversationId, exchangeId }: NewMemory,
  taskId: string | null = null,
): EventOf<'memory_written'> {
  return {
    type: 'memory_written',
    ownerId,
    conversationId,
    taskId,
    idempotencyKey: `memory_written:${id}`,
    data: { memoryId: id, exchangeId },
  };
}

/** The error for a memory that does not exist. */
export function noMemory(id: string): AppError {
  return new AppError('not_found', `There is no memory ${id}.`);
}
