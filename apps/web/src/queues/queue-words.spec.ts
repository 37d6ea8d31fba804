import type { Queue } from '../api/types.ts';
import { pauseOf, waitOf, waitingIn, workersOf } from './queue-words.ts';

const NOW = Date.parse('2026-11-22T09:35:00.000Z');

const aQueue = (facts: Partial<Queue> = {}): Queue => ({
  name: 'speech',
  pausable: true,
  paused: false,
  pausedAt: null,
  reason: null,
  waitingTasks: 0,
  waiting: 0,
  oldestWaitMs: null,
  workers: [],
  ...facts,
});

describe('what a pending task waits for', () => {
  const place = { name: 'speech', position: 3, expectedWaitMs: 40_000, paused: false } as const;

  it.each([
    [place, 'Waiting, 2 ahead, about 40 s'],
    [{ ...place, expectedWaitMs: null }, 'Waiting, 2 ahead'],
    [{ ...place, paused: null }, 'Waiting, 2 ahead, about 40 s'],
    [{ ...place, expectedWaitMs: null, paused: true }, 'Waiting: queue paused · 2 ahead'],
    [null, 'Waiting for its turn'],
  ])('%j is “%s”', (queue, words) => {
    expect(waitOf(queue, false)).toBe(words);
  });

  it('is a quiet conversation, for types that wait for it and are in no queue', () => {
    expect(waitOf(null, true)).toBe('Waiting until the conversation is quiet');
  });
});

describe('a queue', () => {
  it('shows its waiting work and its workers', () => {
    const worker = { identity: '1@a', lastSeenAt: '2026-11-22T09:30:00.000Z' };
    const shown = (queue: Queue) => [waitingIn(queue), workersOf(queue)];
    expect(shown(aQueue())).toEqual(['nothing waiting', 'no worker']);
    const busy = { waitingTasks: 2, waiting: 5, workers: [worker] };
    expect(shown(aQueue(busy))).toEqual(['2 waiting', '1 worker']);
    expect(shown(aQueue({ waitingTasks: 1, waiting: 0 }))[0]).toBe('1 waiting');
    expect(shown(aQueue({ waiting: 5 }))[0]).toBe('parts of what has begun wait');
    expect(shown(aQueue({ waitingTasks: 2, waiting: null, workers: null }))).toEqual([
      '2 waiting',
      null,
    ]);
    expect(workersOf(aQueue({ workers: [worker, worker] }))).toBe('2 workers');
  });

  it('shows the time and the reason of its pause', () => {
    const paused = { paused: true, pausedAt: '2026-11-22T09:30:00.000Z' };
    expect(pauseOf(aQueue({ ...paused, reason: 'A new card.' }), NOW)).toBe(
      'Paused 5 minutes ago: A new card.',
    );
    expect(pauseOf(aQueue(paused), NOW)).toBe('Paused 5 minutes ago');
    expect(pauseOf(aQueue(), NOW)).toBeNull();
    expect(pauseOf(aQueue({ paused: null }), NOW)).toBeNull();
  });
});
