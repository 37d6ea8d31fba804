import type { Transaction } from '../database/database.ts';
import { outbox } from '../schema/index.ts';
import { entityOf, type TaskRecord } from '../tasks/task.records.ts';
import { signalWork } from './signal-work.ts';

/** The columns of a task that are needed to enqueue it. */
type EnqueuedTask = Pick<TaskRecord, 'id' | 'attempt' | 'ownerId' | 'entityKind' | 'entityId'>;

/**
 * Enqueues a pending task for Temporal. The workflow of its entity starts it; the outbox starts a
 * task without an entity.
 */
export async function enqueueForTemporal(tx: Transaction, task: EnqueuedTask): Promise<void> {
  const entity = entityOf(task);
  if (entity !== null) await signalWork(tx, [{ ...entity, ownerId: task.ownerId }]);
  else await tx.insert(outbox).values({ kind: 'start', taskId: task.id, attempt: task.attempt });
}
