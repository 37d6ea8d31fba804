import { isEnded, type TaskRun, type TaskStage } from '#contracts/messages';
import type { Transaction } from '../database/database.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import type { EventOf } from '../events/domain-events.ts';
import { changeRun } from './change-run.ts';
import { lockRun } from './lock-open-run.ts';
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
  const task = await lockRun(tx, run);
  if (task === null || task.state === 'cancelling') return task;
  const begun = { attempt: run.attempt, runId, firstRunId: run.firstRunId ?? null, stage };
  if (isEnded(task.state)) return isReset(task, run, runId) ? reopen(tx, task, begun) : null;
  if (task.state === 'running' && task.runId !== null && task.runId !== runId) {
    await changeRun(tx, task, runId);
    return task;
  }
  const started = {
    ...subjectOf(task, 'task_started'),
    type: 'task_started',
    data: begun,
  } as const;
  await appendAndApply(tx, [started]);
  return task;
}

/** An operator has reset the workflow of a task that had ended. */
async function reopen(
  tx: Transaction,
  task: TaskRecord,
  begun: EventOf<'task_reopened'>['data'],
): Promise<TaskRecord> {
  const reopened = { ...task, reopenings: task.reopenings + 1 };
  const type = 'task_reopened';
  await appendAndApply(tx, [{ ...subjectOf(reopened, type), type, data: begun }]);
  return reopened;
}

/** What is completed stays so: its result is there. */
function isReset(task: TaskRecord, { firstRunId }: TaskRun, runId: string): boolean {
  if (task.state === 'completed' || firstRunId === undefined) return false;
  return task.firstRunId === firstRunId && task.runId !== runId;
}
