import { SOME_TYPES } from './task-types.fixture.ts';
import { aTask } from './task.fixture.ts';
import { TASK_STATES, activityOf, amountOf, canCancel, canRetry, isEnded } from './task-words.ts';

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

describe('what a task is doing', () => {
  it('is its step, in the words of the gateway', () => {
    expect(activityOf(aTask(), SOME_TYPES)).toBe('Summing it up');
    expect(activityOf(aTask(), SOME_TYPES, false)).toMatch(/^Waiting for a worker/);
  });

  it('is waiting, for quiet or for its turn as its type says', () => {
    const waiting = (type: 'summary' | 'correction') => aTask({ type, state: 'pending' });
    expect(activityOf(waiting('summary'), SOME_TYPES)).toMatch(/quiet$/);
    expect(activityOf(waiting('correction'), SOME_TYPES)).toBe('Waiting for its turn');
  });
});

describe('how much of a task is done', () => {
  it.each([
    ['transcription', { unit: 'milliseconds', done: 30_000, total: 90_000 }, '0:30 of 1:30'],
    ['correction', { unit: 'segments', done: 3, total: 20 }, '3 of 20 segments'],
    ['significance', { unit: 'memories', done: 0, total: 1 }, '0 of 1 memory'],
    ['summary', { unit: 'parts', done: 0, total: null }, null],
  ] as const)('%s: %j is “%s”', (type, progress, words) => {
    const task = { type, progress: { stage: null, percent: 0, ...progress } };
    expect(amountOf(task, SOME_TYPES)).toBe(words);
  });

  it('is told in the unit as it is until the gateway has answered', () => {
    const progress = { stage: null, percent: 0, unit: 'memories', done: 0, total: 1 } as const;
    expect(amountOf({ type: 'significance', progress }, [])).toBe('0 of 1 memories');
  });
});
