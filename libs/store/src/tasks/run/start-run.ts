import { firstStepOf, isEnded, type TaskRun } from '#contracts/tasks';
import type { Transaction } from '../../database/database.ts';
import { appendAndApply } from '../../events/append-and-apply.ts';
import type { EventOf } from '../../events/domain-events.ts';
import type { TaskRecord } from '../task.records.ts';
import { lockRun } from './lock-run.ts';
import { runEvent } from './run-events.ts';

/**
 * Locks the task of a run and records that it is running. A cancelling task stays so. A task that
 * failed, was cancelled or timed out is reopened if an operator has reset its workflow.
 * @returns the task as it was before, or `null` when there is nothing to do, because this run has
 * ended or was replaced by another
 */
export async function startRun(
  tx: Transaction,
  run: TaskRun,
  runId: string,
): Promise<TaskRecord | null> {
  const task = await lockRun(tx, run);
  if (task === null || task.state === 'cancelling') return task;
  const stage = firstStepOf(task.type);
  const start = { attempt: run.attempt, runId, firstRunId: run.firstRunId ?? null, stage };
  if (isEnded(task.state)) return isReset(task, run, runId) ? reopen(tx, task, start) : null;
  if (task.state === 'running' && task.runId !== null && task.runId !== runId) {
    await changeRun(tx, task, runId);
    return task;
  }
  const started = { ...runEvent(task, 'task_started'), type: 'task_started', data: start } as const;
  await appendAndApply(tx, [started]);
  return task;
}

/** Records a new run id of a running task, as after a reset. The caller has locked the task. */
export async function changeRun(tx: Transaction, task: TaskRecord, runId: string): Promise<void> {
  const type = 'task_run_changed';
  const event = runEvent(task, type);
  const idempotencyKey = `${event.idempotencyKey}:${runId}`;
  const data = { attempt: task.attempt, runId };
  await appendAndApply(tx, [{ ...event, idempotencyKey, type, data }]);
}

/** Records that an operator has reset the workflow of an ended task. */
async function reopen(
  tx: Transaction,
  task: TaskRecord,
  start: EventOf<'task_reopened'>['data'],
): Promise<TaskRecord> {
  const reopened = { ...task, reopenings: task.reopenings + 1 };
  const type = 'task_reopened';
  await appendAndApply(tx, [{ ...runEvent(reopened, type), type, data: start }]);
  return reopened;
}

/** A completed task is never reopened, because its result is already stored. */
function isReset(task: TaskRecord, { firstRunId }: TaskRun, runId: string): boolean {
  if (task.state === 'completed' || firstRunId === undefined) return false;
  return task.firstRunId === firstRunId && task.runId !== runId;
}
