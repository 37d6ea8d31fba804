import { eq } from 'drizzle-orm';
import { isEnded, type TaskRun, type TaskStage } from '#contracts/messages';
import type { Transaction } from '../database/database.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { tasks } from '../schema/index.ts';
import { changeRun } from './change-run.ts';
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
  if (isEnded(task.state))
    return isReset(task, run, runId) ? reopen(tx, task, run, runId, stage) : null;
  if (task.state === 'running' && task.runId !== null && task.runId !== runId) {
    await changeRun(tx, task, runId);
    return task;
  }
  await appendAndApply(tx, [startOf(task, 'task_started', run, runId, stage)]);
  return task;
}

/** An operator has reset the workflow of a task that had ended. */
async function reopen(
  tx: Transaction,
  task: TaskRecord,
  run: TaskRun,
  runId: string,
  stage: TaskStage,
): Promise<TaskRecord> {
  const reopened = { ...task, reopenings: task.reopenings + 1 };
  await appendAndApply(tx, [startOf(reopened, 'task_reopened', run, runId, stage)]);
  return reopened;
}

function startOf<Type extends 'task_started' | 'task_reopened'>(
  task: TaskRecord,
  type: Type,
  { attempt, firstRunId = null }: { readonly attempt: number; readonly firstRunId?: string | null },
  runId: string,
  stage: TaskStage,
) {
  return { ...subjectOf(task, type), type, data: { attempt, runId, firstRunId, stage } };
}

/** What is completed stays so: its result is there. */
function isReset(task: TaskRecord, { firstRunId }: TaskRun, runId: string): boolean {
  if (task.state === 'completed' || firstRunId === undefined) return false;
  return task.firstRunId === firstRunId && task.runId !== runId;
}
