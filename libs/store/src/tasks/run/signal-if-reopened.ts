import type { Transaction } from '../../database/database.ts';
import { signalWork } from '../../signals/signal-work.ts';
import { entityOf, type TaskRecord } from '../task.records.ts';

/**
 * Signals the entity of a task that completes after an operator has reset its workflow. The workflow
 * of the entity no longer follows such a run, so its result does not tell it that there is more to do.
 */
export async function signalIfReopened(tx: Transaction, task: TaskRecord): Promise<void> {
  const entity = entityOf(task);
  if (task.reopenings === 0 || entity === null) return;
  await signalWork(tx, [{ ...entity, ownerId: task.ownerId }]);
}
