import type { Queue } from '#contracts/api';
import { isPausable, type TaskQueue } from '#contracts/model';
import type { TemporalQueue } from './temporal-queues.ts';

/** A worker asks for work for a minute at a time, so one that has not for longer is gone or busy. */
const SEEN_LATELY_MS = 90_000;

/**
 * A queue as the API shows it.
 * @param found what Temporal says of it, or `null` when it does not answer
 * @param nowMs milliseconds since the epoch
 */
export function toQueue(name: TaskQueue, found: TemporalQueue | null, nowMs: number): Queue {
  const pausable = isPausable(name);
  if (found === null) return { name, pausable, ...UNKNOWN };
  const { pause, waiting, oldestWaitMs, workers } = found;
  const lately = workers.filter(({ lastSeenAtMs }) => nowMs - lastSeenAtMs < SEEN_LATELY_MS);
  return {
    name,
    pausable,
    paused: pause !== null,
    pausedAt: pause && timestamp(pause.sinceMs),
    reason: pause && pause.reason,
    waiting,
    oldestWaitMs: waiting === 0 ? null : Math.round(oldestWaitMs),
    workers: lately.map(({ identity, lastSeenAtMs }) => ({
      identity,
      lastSeenAt: timestamp(lastSeenAtMs),
    })),
  };
}

const UNKNOWN = {
  paused: null,
  pausedAt: null,
  reason: null,
  waiting: null,
  oldestWaitMs: null,
  workers: null,
} as const;

function timestamp(ms: number): string {
  return new Date(ms).toISOString();
}
