import type { Transaction } from '../database/database.ts';
import { outbox } from '../schema/index.ts';
import { entityOf, type TaskRecord } from '../tasks/task.records.ts';
import { signalWork } from './signal-work.ts';

/** What has to be known of a task to have it run. */
type EnqueuedTask = Pick<TaskRecord, 'id' | 'attempt' | 'ownerId' | 'entityKind' | 'entityId'>;

/**
 * Leaves a pending task for Temporal: the workflow of its entity starts it, or, for a task that
 * belongs to none, the outbox does.
 */
export async function enqueueForTemporal(tx: Transaction, task: EnqueuedTask): Promise<void> {
  const entity = entityOf(task);
  if (entity !== null) await signalWork(tx, [{ ...entity, ownerId: task.ownerId }]);
  else await tx.insert(outbox).values({ kind: 'start', taskId: task.id, attempt: task.attempt });
}
