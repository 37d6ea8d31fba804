import type { Transaction } from '../database/database.ts';
import { outbox } from '../schema/index.ts';
import type { TaskRecord } from './task.records.ts';
import { markWakes } from './wake.ts';

/**
 * Leaves a pending task for Temporal: the workflow of its conversation starts it, or, for a task
 * that belongs to none, the outbox does.
 */
export async function handOver(
  tx: Transaction,
  {
    id,
    attempt,
    conversationId,
    ownerId,
  }: Pick<TaskRecord, 'id' | 'attempt' | 'conversationId' | 'ownerId'>,
): Promise<void> {
  if (conversationId !== null) await markWakes(tx, [{ conversationId, ownerId }]);
  else await tx.insert(outbox).values({ kind: 'start', taskId: id, attempt });
}
