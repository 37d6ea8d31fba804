import {
  ActivityFailure,
  ApplicationFailure,
  CancelledFailure,
  isCancellation,
  TimeoutFailure,
} from '@temporalio/workflow';
import { isErrorCode, type ErrorCode } from '#contracts/model';
import type { TaskEnding, TaskError, TaskStep } from '#contracts/tasks';
import { END_RECORDED } from '#contracts/workflows';
import { taskError } from '#domain';

/**
 * Converts a failure to the end of the run that the task records.
 * @param failure what the workflow caught
 * @param step the step that failed
 */
export function taskEndingOf(failure: unknown, step: TaskStep): TaskEnding {
  if (isCancellation(failure)) return { state: 'cancelled' };
  return { state: 'failed', error: errorOf(failure, step) };
}

/** Whether the activity that failed or was cancelled has recorded the end of its run. */
export function isEndRecorded(failure: unknown): boolean {
  const cause = failure instanceof ActivityFailure ? failure.cause : null;
  if (!(cause instanceof ApplicationFailure) && !(cause instanceof CancelledFailure)) return false;
  return cause.details?.[1] === END_RECORDED;
}

/** The code of what an activity failed with; `internal` without a known one. */
export function failureCodeOf(failure: unknown): ErrorCode {
  const cause = failure instanceof ActivityFailure ? failure.cause : failure;
  if (cause instanceof TimeoutFailure) return 'timed_out';
  return cause instanceof ApplicationFailure && isErrorCode(cause.type) ? cause.type : 'internal';
}

/** The error of the task; `internal` for failures without a known code. */
function errorOf(failure: unknown, step: TaskStep): TaskError {
  const cause = failure instanceof ActivityFailure ? failure.cause : failure;
  const code = failureCodeOf(failure);
  const isKnown = cause instanceof ApplicationFailure && code === cause.type;
  return isKnown ? taskError(code, step, cause.message) : taskError(code, step);
}
