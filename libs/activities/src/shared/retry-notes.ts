import { activityInfo, type Info } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { ERROR_DEFINITIONS, isErrorCode } from '#contracts/model';
import type { TaskRetry, TaskRun } from '#contracts/tasks';
import { waitAfter } from '#domain';
import type { Logger } from '#platform';
import type { TaskRetriesRepository } from '#store';

/** A failure goes out soon, whatever has become of the database. */
const PATIENCE_MS = 1_000;

/** Shows in a task that a step of it is tried again. Never fails, and never takes long. */
export class RetryNotes {
  /** @param run the run of a task that the step belongs to */
  constructor(
    private readonly retries: TaskRetriesRepository,
    private readonly run: TaskRun,
    private readonly logger: Logger,
  ) {}

  /** Nobody noted how an earlier try ended: its worker was killed, or could not reach the database. */
  async begun(): Promise<void> {
    const { attempt } = activityInfo();
    if (attempt > 1) await this.note(attempt - 1, 'worker_lost', new Date().toISOString());
  }

  async worked(): Promise<void> {
    const { attempt, activityId } = activityInfo();
    if (attempt > 1) await this.inTime(this.retries.clear(this.run, activityId));
  }

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
    return this.inTime(this.retries.note(this.run, activityInfo().activityId, retry));
  }

  private async inTime(storing: Promise<void>): Promise<void> {
    const { taskId } = this.run;
    const stored = storing.catch((err: unknown) =>
      this.logger.warn({ taskId, err }, 'it could not be stored that a step is tried again'),
    );
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)));
    await Promise.race([stored, enough]);
    clearTimeout(timer);
  }
}

function isFinal(failure: ApplicationFailure, { attempt, retryPolicy }: Info): boolean {
  const most = retryPolicy?.maximumAttempts ?? 0;
  return failure.nonRetryable === true || (most > 0 && attempt >= most);
}

/** The moment that the engine named, or else the one that the retry class leads to. */
function nextTryAt({ nextRetryDelay }: ApplicationFailure, info: Info): string | null {
  const waitMs = typeof nextRetryDelay === 'number' ? nextRetryDelay : waitOfClass(info);
  return waitMs === null ? null : new Date(Date.now() + waitMs).toISOString();
}

function waitOfClass({ attempt, retryPolicy }: Info): number | null {
  const initialIntervalMs = numberOr(null, retryPolicy?.initialInterval);
  if (initialIntervalMs === null) return null;
  // Temporal's own limit, when the class sets none.
  const longestMs = initialIntervalMs * 100;
  return waitAfter(attempt, {
    initialIntervalMs,
    coefficient: retryPolicy?.backoffCoefficient ?? 2,
    maximumIntervalMs: numberOr(longestMs, retryPolicy?.maximumInterval),
  });
}

/** What Temporal tells an activity is in milliseconds, though its type allows words. */
function numberOr<Other>(other: Other, told: unknown): number | Other {
  return typeof told === 'number' ? told : other;
}
