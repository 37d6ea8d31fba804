import type { TaskRun } from '#contracts/messages';
import type { Transaction } from '../database/database.ts';
import { endRun } from './end-run.ts';
import { lockOpenRun } from './lock-open-run.ts';
import type { TaskRecord } from './task.records.ts';

/**
 * Locks the task of a run that changes the text and is about to complete. One whose end somebody
 * asked for ends here as cancelled, with nothing written: else what it wrote would start more work
 * in a conversation that was to be quiet.
 * @returns `null` when there is nothing to complete
 */
export async function lockCompletingRun(tx: Transaction, run: TaskRun): Promise<TaskRecord | null> {
  const task = await lockOpenRun(tx, run);
  if (task?.state !== 'cancelling') return task;
  await endRun(tx, task, { state: 'cancelled' });
  return null;
}
