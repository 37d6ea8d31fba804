import {
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  TimeoutFailure,
} from '@temporalio/workflow';
import {
  ERROR_DEFINITIONS,
  isErrorCode,
  type ErrorCode,
  type TaskEnding,
  type TaskStage,
} from '#contracts/messages';

/**
 * How a run ended, for the task.
 * @param failure what the workflow caught
 * @param stage where it happened
 */
export function taskEndingOf(failure: unknown, stage: TaskStage): TaskEnding {
  if (isCancellation(failure)) return { state: 'cancelled' };
  const { code, message } = describeFailure(failure);
  const { retryable, nextAction } = ERROR_DEFINITIONS[code];
  return { state: 'failed', error: { code, stage, message, retryable, nextAction } };
}

/** The code and the sentence that an activity failed with. */
function describeFailure(failure: unknown): { readonly code: ErrorCode; readonly message: string } {
  const cause = failure instanceof ActivityFailure ? failure.cause : failure;
  if (cause instanceof TimeoutFailure) {
    return { code: 'timed_out', message: ERROR_DEFINITIONS.timed_out.title };
  }
  if (cause instanceof ApplicationFailure && isErrorCode(cause.type)) {
    return { code: cause.type, message: cause.message };
  }
  return { code: 'internal', message: ERROR_DEFINITIONS.internal.title };
}
