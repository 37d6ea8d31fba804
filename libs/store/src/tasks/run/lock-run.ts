import { eq } from 'drizzle-orm';
import { isEnded, type TaskRun } from '#contracts/tasks';
import type { Transaction } from '../../database/database.ts';
import { tasks } from '../../schema/index.ts';
import type { TaskRecord } from '../task.records.ts';
import { endRun } from './end-run.ts';

/** Locks the task. @returns `null` unless this run is the current one */
export async function lockRun(tx: Transaction, run: TaskRun): Promise<TaskRecord | null> {
  const [task] = await tx.select().from(tasks).where(eq(tasks.id, run.taskId)).for('update');
  return task?.attempt === run.attempt ? task : null;
}

/** Locks the task. @returns `null` unless this run is the current one and has not ended */
export async function lockOpenRun(tx: Transaction, run: TaskRun): Promise<TaskRecord | null> {
  const task = await lockRun(tx, run);
  return task === null || isEnded(task.state) ? null : task;
}

/**
 * Locks the task of a run that writes a result and is about to complete. A cancelling task ends
 * here without writing, because its result would cause more work in a conversation whose work was
 * cancelled.
 * @returns `null` when there is nothing to complete
 */
export async function lockCompletingRun(tx: Transaction, run: TaskRun): Promise<TaskRecord | null> {
  const task = await lockOpenRun(tx, run);
  if (task?.state !== 'cancelling') return task;
  await endRun(tx, task, { state: 'cancelled' });
  return null;
}
