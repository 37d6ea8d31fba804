import type { Transaction } from '../database/database.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { subjectOf } from './subject-of.ts';
import type { TaskRecord } from './task.records.ts';

/** A task that runs goes on in another run of its workflow, as after a reset. The task is locked. */
export async function changeRun(tx: Transaction, task: TaskRecord, runId: string): Promise<void> {
  const type = 'task_run_changed';
  const subject = subjectOf(task, type);
  const idempotencyKey = `${subject.idempotencyKey}:${runId}`;
  const data = { attempt: task.attempt, runId };
  await appendAndApply(tx, [{ ...subject, idempotencyKey, type, data }]);
}
