import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { isErrorCode } from '#contracts/model';
import type { TaskEnding, TaskRun, TaskStep } from '#contracts/tasks';
import { END_RECORDED } from '#contracts/workflows';
import { taskError } from '#domain';
import { orTooLate, type Logger } from '#platform';
import type { TasksRepository } from '#store';

/** A failure is reported within this time, even when the database does not respond. */
const MAX_WAIT_MS = 5_000;

/**
 * Records the end of a run when its only activity has failed for good or was cancelled. This saves
 * the workflow an activity. Never throws.
 */
export class RunEnding {
  /**
   * @param run the run of a task
   * @param step the step in which the task counts as failed
   */
  constructor(
    private readonly tasks: Pick<TasksRepository, 'end'>,
    private readonly run: TaskRun,
    private readonly step: TaskStep,
    private readonly logger: Logger,
  ) {}

  /**
   * @param failure a final failure, or a cancellation
   * @param message what the task says of it; by default the same as the failure
   * @returns the failure, marked with {@link END_RECORDED} if the end was recorded; if not, the
   * workflow records it
   */
  async recorded(failure: Error, message: string | null = null): Promise<Error> {
    const ending = endingOf(failure, message ?? failure.message, this.step);
    const stored = await orTooLate(MAX_WAIT_MS, this.record(ending));
    return stored === true ? marked(failure) : failure;
  }

  private async record(ending: TaskEnding): Promise<boolean> {
    const { taskId, attempt } = this.run;
    try {
      await this.tasks.end({ taskId, attempt }, ending);
      return true;
    } catch (err) {
      this.logger.warn({ taskId, err }, 'the end of a run could not be stored by its activity');
      return false;
    }
  }
}

function endingOf(failure: Error, message: string, step: TaskStep): TaskEnding {
  if (failure instanceof CancelledFailure) return { state: 'cancelled' };
  const type = failure instanceof ApplicationFailure ? failure.type : null;
  if (!isErrorCode(type)) return { state: 'failed', error: taskError('internal', step) };
  return { state: 'failed', error: taskError(type, step, message) };
}

function marked(failure: Error): Error {
  if (failure instanceof CancelledFailure) {
    return new CancelledFailure(failure.message, [null, END_RECORDED], failure.cause);
  }
  if (!(failure instanceof ApplicationFailure)) return failure;
  const { message, type, details } = failure;
  return ApplicationFailure.nonRetryable(message, type, details?.[0] ?? null, END_RECORDED);
}
