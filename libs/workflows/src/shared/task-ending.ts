import {
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  TimeoutFailure,
} from '@temporalio/workflow';
import { isErrorCode } from '#contracts/model';
import type { TaskEnding, TaskError, TaskStep } from '#contracts/tasks';
import { taskError } from '#domain';

/**
 * How a run ended, for the task.
 * @param failure what the workflow caught
 * @param step where it happened
 */
export function taskEndingOf(failure: unknown, step: TaskStep): TaskEnding {
  if (isCancellation(failure)) return { state: 'cancelled' };
  return { state: 'failed', error: errorOf(failure, step) };
}

/** What an activity failed with. */
function errorOf(failure: unknown, step: TaskStep): TaskError {
  const cause = failure instanceof ActivityFailure ? failure.cause : failure;
  if (cause instanceof TimeoutFailure) return taskError('timed_out', step);
  if (cause instanceof ApplicationFailure && isErrorCode(cause.type)) {
    return taskError(cause.type, step, cause.message);
  }
  return taskError('internal', step);
}
