import { SOME_TYPES } from './task-types.fixture.ts';
import { aTask } from './task.fixture.ts';
import { TASK_STATES, activityOf, amountOf, canCancel, canRetry, isEnded } from './task-words.ts';

describe('the actions on a task', () => {
  it('can cancel pending and running tasks', () => {
    expect(TASK_STATES.filter(canCancel)).toEqual(['pending', 'running']);
  });

  it('can retry tasks that ended without a result', () => {
    expect(TASK_STATES.filter(canRetry)).toEqual(['failed', 'cancelled', 'timedOut']);
  });

  it('follow a task until it is completed, failed, cancelled or timed out', () => {
    const open = TASK_STATES.filter((state) => !isEnded(state));
    expect(open).toEqual(['pending', 'running', 'cancelling']);
  });
});

describe('the activity of a task', () => {
  it('is the gateway’s label of its step', () => {
    expect(activityOf(aTask(), SOME_TYPES)).toBe('Summing it up');
    expect(activityOf(aTask(), SOME_TYPES, false)).toMatch(/^Waiting for a worker/);
  });

  it('is waiting for a quiet conversation or for its turn, depending on its type', () => {
    const waiting = (type: 'summary' | 'correction') => aTask({ type, state: 'pending' });
    expect(activityOf(waiting('summary'), SOME_TYPES)).toMatch(/quiet$/);
    expect(activityOf(waiting('correction'), SOME_TYPES)).toBe('Waiting for its turn');
  });
});

describe('the finished amount of a task', () => {
  it.each([
    ['transcription', { unit: 'milliseconds', done: 30_000, total: 90_000 }, '0:30 of 1:30'],
    ['correction', { unit: 'segments', done: 3, total: 20 }, '3 of 20 segments'],
    ['significance', { unit: 'memories', done: 0, total: 1 }, '0 of 1 memory'],
    ['backup', { unit: 'bytes', done: 1536, total: 4 * 1024 ** 2 }, '1.5 KiB of 4.0 MiB'],
    ['summary', { unit: 'parts', done: 0, total: null }, null],
  ] as const)('%s: %j is “%s”', (type, progress, words) => {
    const task = { type, progress: { stage: null, percent: 0, ...progress } };
    expect(amountOf(task, SOME_TYPES)).toBe(words);
  });

  it('uses the unit of the API until the gateway has answered', () => {
    const progress = { stage: null, percent: 0, unit: 'memories', done: 0, total: 1 } as const;
    expect(amountOf({ type: 'significance', progress }, [])).toBe('0 of 1 memories');
  });
});
