import { eq } from 'drizzle-orm';
import { isEnded, type TaskRun, type TaskStage } from '#contracts/messages';
import type { Transaction } from '../database/database.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { tasks } from '../schema/index.ts';
import { subjectOf } from './subject-of.ts';
import type { TaskRecord } from './task.records.ts';

/**
 * Locks the task of a run and marks it as running. One that had failed, was cancelled or timed out is
 * taken up again when an operator has reset its workflow.
 * @param stage where the run begins
 * @returns the task as it was found, or `null` when this run has ended or another has taken its
 * place: nothing is to be done
 */
export async function startRun(
  tx: Transaction,
  run: TaskRun,
  runId: string,
  stage: TaskStage,
): Promise<TaskRecord | null> {
  const [task] = await tx.select().from(tasks).where(eq(tasks.id, run.taskId)).for('update');
  if (!task || task.attempt !== run.attempt) return null;
  if (task.state === 'cancelling') return task;
  const type = isEnded(task.state) ? 'task_reopened' : 'task_started';
  if (type === 'task_reopened' && !isReset(task, run, runId)) return null;
  const reopenings = task.reopenings + (type === 'task_reopened' ? 1 : 0);
  const subject = subjectOf({ ...task, reopenings }, type);
  const data = { attempt: run.attempt, runId, firstRunId: run.firstRunId ?? null, stage };
  await appendAndApply(tx, [{ ...subject, type, data }]);
  return { ...task, reopenings };
}

/** What is completed stays so: its result is there. */
function isReset(task: TaskRecord, { firstRunId }: TaskRun, runId: string): boolean {
  if (task.state === 'completed' || firstRunId === undefined) return false;
  return task.firstRunId === firstRunId && task.runId !== runId;
}
