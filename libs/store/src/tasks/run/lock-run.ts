import { eq } from 'drizzle-orm';
import { isEnded, type TaskRun } from '#contracts/tasks';
import type { Transaction } from '../../database/database.ts';
import { tasks } from '../../schema/index.ts';
import type { TaskRecord } from '../task.records.ts';
import { endRun } from './end-run.ts';

/** Locks the task if this run of it is the present one. */
export async function lockRun(tx: Transaction, run: TaskRun): Promise<TaskRecord | null> {
  const [task] = await tx.select().from(tasks).where(eq(tasks.id, run.taskId)).for('update');
  return task?.attempt === run.attempt ? task : null;
}

/** Locks the task if this run of it is the present one and has not ended. */
export async function lockOpenRun(tx: Transaction, run: TaskRun): Promise<TaskRecord | null> {
  const task = await lockRun(tx, run);
  return task === null || isEnded(task.state) ? null : task;
}

/**
 * Locks the task of a run that changes the text and is about to complete. A task that is being
 * cancelled ends here, with nothing written: what it wrote would start more work in a conversation
 * that was to be quiet.
 * @returns `null` when there is nothing to complete
 */
export async function lockCompletingRun(tx: Transaction, run: TaskRun): Promise<TaskRecord | null> {
  const task = await lockOpenRun(tx, run);
  if (task?.state !== 'cancelling') return task;
  await endRun(tx, task, { state: 'cancelled' });
  return null;
}
