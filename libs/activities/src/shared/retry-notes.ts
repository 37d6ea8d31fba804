import { activityInfo, type Info } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { ERROR_DEFINITIONS, isErrorCode } from '#contracts/model';
import type { TaskRetry, TaskRun } from '#contracts/tasks';
import { waitAfter } from '#domain';
import { orTooLate, type Logger } from '#platform';
import type { TaskRetriesRepository } from '#store';

/** A failure is reported within this time, even when the database does not respond. */
const MAX_WAIT_MS = 1_000;

/**
 * Shows the retries of a step in its task. Never throws, and waits only briefly for the database.
 */
export class RetryNotes {
  /** @param run the run of a task that the step belongs to */
  constructor(
    private readonly retries: TaskRetriesRepository,
    private readonly run: TaskRun,
    private readonly logger: Logger,
  ) {}

  /**
   * A try starts. The end of the previous one may not be recorded, because its worker was killed or
   * could not reach the database; a recorded one is kept.
   */
  async started(): Promise<void> {
    const { attempt } = activityInfo();
    if (attempt > 1) await this.note(attempt - 1, 'worker_lost', new Date().toISOString());
  }

  /** A try has succeeded. */
  async succeeded(): Promise<void> {
    const { attempt, activityId } = activityInfo();
    if (attempt > 1) await this.withinLimit(this.retries.clear(this.run, activityId));
  }

  /** A try has failed; a final failure is recorded by the task instead. */
  async failed(failure: Error): Promise<void> {
    const info = activityInfo();
    if (!(failure instanceof ApplicationFailure) || isFinal(failure, info)) return;
    const code = isErrorCode(failure.type) ? failure.type : 'internal';
    await this.note(info.attempt, code, nextTryAt(failure, info), failure.message);
  }

  private note(
    tries: number,
    code: TaskRetry['code'],
    nextTry: string | null,
    message: string = ERROR_DEFINITIONS[code].title,
  ): Promise<void> {
    const retry = { tries, code, message, nextTryAt: nextTry };
    return this.withinLimit(this.retries.note(this.run, activityInfo().activityId, retry));
  }

  private async withinLimit(storing: Promise<void>): Promise<void> {
    const { taskId } = this.run;
    const stored = storing.catch((err: unknown) =>
      this.logger.warn({ taskId, err }, 'the retry of a step could not be stored'),
    );
    await orTooLate(MAX_WAIT_MS, stored);
  }
}

/** Whether an activity is not tried again after a failure. */
export function isFinal(failure: ApplicationFailure, { attempt, retryPolicy }: Info): boolean {
  const most = retryPolicy?.maximumAttempts ?? 0;
  return failure.nonRetryable === true || (most > 0 && attempt >= most);
}

/** The time that the engine has named, or else the time by the retry class. */
function nextTryAt({ nextRetryDelay }: ApplicationFailure, info: Info): string | null {
  const waitMs = typeof nextRetryDelay === 'number' ? nextRetryDelay : waitOfClass(info);
  return waitMs === null ? null : new Date(Date.now() + waitMs).toISOString();
}

function waitOfClass({ attempt, retryPolicy }: Info): number | null {
  const initialIntervalMs = numberOr(null, retryPolicy?.initialInterval);
  if (initialIntervalMs === null) return null;
  // Temporal's default, when the retry class has none.
  const longestMs = initialIntervalMs * 100;
  return waitAfter(attempt, {
    initialIntervalMs,
    coefficient: retryPolicy?.backoffCoefficient ?? 2,
    maximumIntervalMs: numberOr(longestMs, retryPolicy?.maximumInterval),
  });
}

/** Temporal passes durations to activities in milliseconds, although their type allows strings. */
function numberOr<Other>(other: Other, duration: unknown): number | Other {
  return typeof duration === 'number' ? duration : other;
}
