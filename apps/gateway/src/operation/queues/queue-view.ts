import type { Queue } from '#contracts/api';
import { isPausable, type TaskQueue } from '#contracts/model';
import type { TemporalQueue } from './temporal-queues.ts';

/** A long poll of a worker takes a minute, so a worker without a recent poll is gone or busy. */
const RECENT_POLL_MS = 90_000;

/**
 * A queue as the API shows it.
 * @param found description by Temporal, or `null` when Temporal does not answer
 * @param waitingTasks number of tasks that wait in it, or `null` when the database does not answer
 * @param nowMs milliseconds since the epoch
 */
export function toQueue(
  name: TaskQueue,
  found: TemporalQueue | null,
  waitingTasks: number | null,
  nowMs: number,
): Queue {
  const pausable = isPausable(name);
  if (found === null) return { name, pausable, waitingTasks, ...UNKNOWN };
  const { pause, waiting, oldestWaitMs, workers } = found;
  const recent = workers.filter(({ lastSeenAtMs }) => nowMs - lastSeenAtMs < RECENT_POLL_MS);
  return {
    name,
    pausable,
    paused: pause !== null,
    pausedAt: pause && timestamp(pause.sinceMs),
    reason: pause && pause.reason,
    waitingTasks,
    waiting,
    oldestWaitMs: waiting === 0 ? null : Math.round(oldestWaitMs),
    workers: recent.map(({ identity, lastSeenAtMs }) => ({
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
