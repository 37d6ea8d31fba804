import { ERROR_DEFINITIONS, type ErrorCode } from '#contracts/model';
import type { TaskError, TaskStep } from '#contracts/tasks';

/**
 * Why a task failed, as the API shows it.
 * @param message a sentence for people; by default the title of the error code
 */
export function taskError(
  code: ErrorCode,
  stage: TaskStep,
  message: string = ERROR_DEFINITIONS[code].title,
): TaskError {
  const { retryable, nextAction } = ERROR_DEFINITIONS[code];
  return { code, stage, message, retryable, nextAction };
}
