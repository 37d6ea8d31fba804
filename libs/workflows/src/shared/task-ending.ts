import {
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  TimeoutFailure,
} from '@temporalio/workflow';
import { isErrorCode, type TaskEnding, type TaskError, type TaskStage } from '#contracts/messages';
import { taskError } from '#domain';

/**
 * How a run ended, for the task.
 * @param failure what the workflow caught
 * @param stage where it happened
 */
export function taskEndingOf(failure: unknown, stage: TaskStage): TaskEnding {
  if (isCancellation(failure)) return { state: 'cancelled' };
  return { state: 'failed', error: errorOf(failure, stage) };
}

/** What an activity failed with. */
function errorOf(failure: unknown, stage: TaskStage): TaskError {
  const cause = failure instanceof ActivityFailure ? failure.cause : failure;
  if (cause instanceof TimeoutFailure) return taskError('timed_out', stage);
  if (cause instanceof ApplicationFailure && isErrorCode(cause.type)) {
    return taskError(cause.type, stage, cause.message);
  }
  return taskError('internal', stage);
}
