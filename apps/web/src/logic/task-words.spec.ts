import { TASK_STATES, amountOf, canCancel, canRetry, isEnded } from './task-words.ts';

describe('what a person can do with a task', () => {
  it('cancels what waits or runs', () => {
    expect(TASK_STATES.filter(canCancel)).toEqual(['pending', 'running']);
  });

  it('retries what ended without a result', () => {
    expect(TASK_STATES.filter(canRetry)).toEqual(['failed', 'cancelled', 'timedOut']);
  });

  it('follows a task until it is completed, failed, cancelled or timed out', () => {
    const goingOn = TASK_STATES.filter((state) => !isEnded(state));
    expect(goingOn).toEqual(['pending', 'running', 'cancelling']);
  });
});

describe('how much of a task is done', () => {
  it.each([
    [{ unit: 'milliseconds', done: 30_000, total: 90_000 }, '0:30 of 1:30'],
    [{ unit: 'segments', done: 3, total: 20 }, '3 of 20 segments'],
    [{ unit: 'memories', done: 0, total: 1 }, '0 of 1 memory'],
    [{ unit: 'parts', done: 0, total: null }, null],
  ] as const)('%j is “%s”', (progress, words) => {
    expect(amountOf({ stage: null, percent: 0, ...progress })).toBe(words);
  });
});
