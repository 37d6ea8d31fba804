import { describe, expect, it } from '@jest/globals';
import type { TaskRetry } from '#contracts/tasks';
import { retryToShow, waitAfter } from './retry.rule.ts';

describe('the wait between tries', () => {
  const backOff = { initialIntervalMs: 500, coefficient: 2, maximumIntervalMs: 3_000 };
  it.each([
    [1, 500],
    [2, 1_000],
    [3, 2_000],
    [4, 3_000],
    [50, 3_000],
  ])('grows up to a limit: after %d tries %d ms', (tries, waitMs) => {
    expect(waitAfter(tries, backOff)).toBe(waitMs);
  });
});

describe('the retry to show for a task', () => {
  const retry = (second: number | null, code: TaskRetry['code'] = 'internal'): TaskRetry => ({
    tries: 1,
    code,
    message: 'It did not work.',
    nextTryAt: second === null ? null : `2026-11-20T10:00:0${second}.000Z`,
  });

  it('is that of the step with the latest next try', () => {
    expect(retryToShow([retry(1), retry(3), retry(null), retry(2)])).toEqual(retry(3));
    expect(retryToShow([retry(null)])).toEqual(retry(null));
  });

  it('is none when nothing is retried, or a stopping worker returned its work', () => {
    expect(retryToShow([])).toBeNull();
    expect(retryToShow([retry(1, 'worker_stopping')])).toBeNull();
  });
});
