import { setTimeout as sleep } from 'node:timers/promises';
import type { Task } from '#contracts/api';
import { isEnded } from '#contracts/tasks';
import { AppError } from '#platform';
import type { BackupApi } from './backup-api.ts';
import { progressLine, type ProgressOutput } from './progress-line.ts';

const POLL_MS = 500;
/** A restore ends the connections of the gateway for a moment. */
const LONGEST_SILENCE_MS = 60_000;

/**
 * Shows the progress of a task until it ends.
 * @returns the task as it ended
 * @throws AppError when the gateway does not answer for a minute
 */
export async function followTask(
  api: Pick<BackupApi, 'task'>,
  first: Task,
  output: ProgressOutput,
): Promise<Task> {
  let task = first;
  let heardAtMs = Date.now();
  while (!isEnded(task.state)) {
    output.show(progressLine(task));
    await sleep(POLL_MS);
    try {
      task = await api.task(task.id);
      heardAtMs = Date.now();
    } catch (error) {
      const isPassing = error instanceof AppError && error.retryable;
      if (!isPassing || Date.now() - heardAtMs > LONGEST_SILENCE_MS) throw error;
    }
  }
  output.show(progressLine(task));
  output.end();
  return task;
}
