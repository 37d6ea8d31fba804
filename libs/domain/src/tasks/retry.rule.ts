import type { TaskRetry } from '#contracts/tasks';

/** How long Temporal waits between the tries of a step. Times are in milliseconds. */
export interface BackOff {
  readonly initialIntervalMs: number;
  readonly coefficient: number;
  /** The longest wait. */
  readonly maximumIntervalMs: number;
}

/**
 * How long a step waits after a try.
 * @param tries how often the step has been tried, at least 1
 * @returns milliseconds
 */
export function waitAfter(tries: number, back: BackOff): number {
  const { initialIntervalMs, coefficient, maximumIntervalMs } = back;
  return Math.min(maximumIntervalMs, initialIntervalMs * coefficient ** (tries - 1));
}

/**
 * Of all retries of a task, the one with the latest next try. Work that a stopping worker returned
 * has not failed, so it is left out.
 */
export function retryToShow(retries: readonly TaskRetry[]): TaskRetry | null {
  return retries
    .filter(({ code }) => code !== 'worker_stopping')
    .reduce<TaskRetry | null>((last, each) => (isLater(each, last) ? each : last), null);
}

function isLater(retry: TaskRetry, than: TaskRetry | null): boolean {
  return than === null || (retry.nextTryAt ?? '') > (than.nextTryAt ?? '');
}
