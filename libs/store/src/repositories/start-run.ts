import type { TaskRun, TaskStage } from '#contracts/messages';
import type { Transaction } from '../database/database.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { lockOpenRun } from './lock-open-run.ts';
import { subjectOf } from './subject-of.ts';
import type { TaskRecord } from './task.records.ts';

/**
 * Locks the task of a run and marks it as running.
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
  const task = await lockOpenRun(tx, run);
  if (task === null || task.state === 'cancelling') return task;
  const data = { attempt: run.attempt, runId, stage };
  await appendAndApply(tx, [{ ...subjectOf(task, 'task_started'), type: 'task_started', data }]);
  return task;
}
