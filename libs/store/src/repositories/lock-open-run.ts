import { eq } from 'drizzle-orm';
import { isEnded, type TaskRun } from '#contracts/messages';
import type { Transaction } from '../database/database.ts';
import { tasks } from '../schema/index.ts';
import type { TaskRecord } from './task.records.ts';

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
