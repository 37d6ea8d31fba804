import { eq } from 'drizzle-orm';
import { isEnded, type TaskRun } from '#contracts/messages';
import type { Transaction } from '../database/database.ts';
import { tasks } from '../schema/index.ts';
import type { TaskRecord } from './task.records.ts';

/** Locks the task if this run of it is the present one and has not ended. */
export async function lockOpenRun(tx: Transaction, run: TaskRun): Promise<TaskRecord | null> {
  const [task] = await tx.select().from(tasks).where(eq(tasks.id, run.taskId)).for('update');
  if (!task || task.attempt !== run.attempt || isEnded(task.state)) return null;
  return task;
}
