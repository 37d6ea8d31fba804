import type { Queue, Task } from '../api/types.ts';
import { formatEstimate, formatWhen } from '../shared/durations.ts';

const NAMES: Readonly<Record<Queue['name'], string>> = {
  orchestration: 'Coordination',
  speech: 'Speech',
  language: 'Language',
  maintenance: 'Maintenance',
};

/** What a queue is for, in a word. */
export function nameOfQueue(name: Queue['name']): string {
  return NAMES[name];
}

/**
 * What a pending task waits for.
 *
 * @param queue - Its place in a queue, if it is in one.
 * @param waitsForQuiet - Whether tasks of its type wait until the conversation is quiet.
 * @returns Such as `Waiting, 2 ahead, about 40 s`.
 */
export function waitOf(queue: Task['queue'], waitsForQuiet: boolean): string {
  if (queue === null) {
    return waitsForQuiet ? 'Waiting until the conversation is quiet' : 'Waiting for its turn';
  }
  const place = aheadInWords(queue.position - 1);
  if (queue.paused === true) return `Waiting: queue paused · ${place}`;
  return queue.expectedWaitMs === null
    ? `Waiting, ${place}`
    : `Waiting, ${place}, ${formatEstimate(queue.expectedWaitMs)}`;
}

/** How many are before something in its queue: `2 ahead`, or `next in line`. */
export function aheadInWords(ahead: number): string {
  return ahead === 0 ? 'next in line' : `${ahead} ahead`;
}

/**
 * What waits in a queue: tasks, as the list of tasks shows them, or else parts of tasks that have
 * begun.
 */
export function waitingIn({ waitingTasks, waiting }: Queue): string {
  if (waitingTasks !== null && waitingTasks > 0) return `${waitingTasks} waiting`;
  return (waiting ?? 0) > 0 ? 'parts of what has begun wait' : 'nothing waiting';
}

/** The number of workers of a queue; `null` when unknown. */
export function workersOf({ workers }: Queue): string | null {
  if (workers === null) return null;
  if (workers.length === 0) return 'no worker';
  return workers.length === 1 ? '1 worker' : `${workers.length} workers`;
}

/**
 * The time and the reason of a pause.
 *
 * @param queue - The queue.
 * @param nowMs - Now, in milliseconds since 1970.
 * @returns Such as `Paused 5 minutes ago: a new graphics card`; `null` when it is not paused.
 */
export function pauseOf({ paused, pausedAt, reason }: Queue, nowMs: number): string | null {
  if (paused !== true) return null;
  const since = pausedAt === null ? 'Paused' : `Paused ${formatWhen(pausedAt, nowMs)}`;
  return reason === null ? since : `${since}: ${reason}`;
}
