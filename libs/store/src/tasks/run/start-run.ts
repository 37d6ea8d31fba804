import { firstStepOf, isEnded, type TaskRun } from '#contracts/tasks';
import type { Transaction } from '../../database/database.ts';
import { appendAndApply } from '../../events/append-and-apply.ts';
import type { EventOf } from '../../events/domain-events.ts';
import type { TaskRecord } from '../task.records.ts';
import { lockRun } from './lock-run.ts';
import { runEvent } from './run-events.ts';

/**
 * Locks the task of a run and marks it as running. One that had failed, was cancelled or timed out is
 * taken up again when an operator has reset its workflow.
 * @returns the task as it was found, or `null` when this run has ended or another has taken its
 * place: nothing is to be done
 */
export async function startRun(
  tx: Transaction,
  run: TaskRun,
  runId: string,
): Promise<TaskRecord | null> {
  const task = await lockRun(tx, run);
  if (task === null || task.state === 'cancelling') return task;
  const stage = firstStepOf(task.type);
  const begun = { attempt: run.attempt, runId, firstRunId: run.firstRunId ?? null, stage };
  if (isEnded(task.state)) return isReset(task, run, runId) ? reopen(tx, task, begun) : null;
  if (task.state === 'running' && task.runId !== null && task.runId !== runId) {
    await changeRun(tx, task, runId);
    return task;
  }
  const started = { ...runEvent(task, 'task_started'), type: 'task_started', data: begun } as const;
  await appendAndApply(tx, [started]);
  return task;
}

/** A task that runs goes on in another run of its workflow, as after a reset. The task is locked. */
export async function changeRun(tx: Transaction, task: TaskRecord, runId: string): Promise<void> {
  const type = 'task_run_changed';
  const event = runEvent(task, type);
  const idempotencyKey = `${event.idempotencyKey}:${runId}`;
  const data = { attempt: task.attempt, runId };
  await appendAndApply(tx, [{ ...event, idempotencyKey, type, data }]);
}

/** An operator has reset the workflow of a task that had ended. */
async function reopen(
  tx: Transaction,
  task: TaskRecord,
  begun: EventOf<'task_reopened'>['data'],
): Promise<TaskRecord> {
  const reopened = { ...task, reopenings: task.reopenings + 1 };
  const type = 'task_reopened';
  await appendAndApply(tx, [{ ...runEvent(reopened, type), type, data: begun }]);
  return reopened;
}

/** What is completed stays so: its result is there. */
function isReset(task: TaskRecord, { firstRunId }: TaskRun, runId: string): boolean {
  if (task.state === 'completed' || firstRunId === undefined) return false;
  return task.firstRunId === firstRunId && task.runId !== runId;
}
