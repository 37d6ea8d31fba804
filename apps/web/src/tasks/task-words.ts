import type { Task, TaskState } from '../api/types.ts';
import { formatPosition } from '../shared/durations.ts';
import { formatBytes } from '../shared/sizes.ts';
import { waitOf } from '../queues/queue-words.ts';
import { infoOf, stepInWords, type TaskTypes } from './task-types.ts';

/** The meaning of a state's colour. */
export type Tone = 'quiet' | 'active' | 'good' | 'bad' | 'muted';

interface StateWords {
  readonly label: string;
  readonly tone: Tone;
  readonly ended: boolean;
}

const STATES: Readonly<Record<TaskState, StateWords>> = {
  pending: { label: 'Waiting', tone: 'quiet', ended: false },
  running: { label: 'Working', tone: 'active', ended: false },
  cancelling: { label: 'Cancelling', tone: 'muted', ended: false },
  completed: { label: 'Done', tone: 'good', ended: true },
  failed: { label: 'Failed', tone: 'bad', ended: true },
  cancelled: { label: 'Cancelled', tone: 'muted', ended: true },
  timedOut: { label: 'Timed out', tone: 'bad', ended: true },
};

/** All states, in the order in which a task goes through them. */
export const TASK_STATES: readonly TaskState[] = [
  'pending',
  'running',
  'cancelling',
  'completed',
  'failed',
  'cancelled',
  'timedOut',
];

export function labelOf(state: TaskState): string {
  return STATES[state].label;
}

export function toneOf(state: TaskState): Tone {
  return STATES[state].tone;
}

/** Whether a task has ended and changes only by a retry. */
export function isEnded(state: TaskState): boolean {
  return STATES[state].ended;
}

export function canCancel(state: TaskState): boolean {
  return state === 'pending' || state === 'running';
}

export function canRetry(state: TaskState): boolean {
  return isEnded(state) && state !== 'completed';
}

/**
 * The activity of a task that has not ended.
 *
 * @param task - The task.
 * @param types - All task types.
 * @param workerAnswers - False when no worker answered for it; unknown in lists, which do not query
 * workers.
 */
export function activityOf(task: Task, types: TaskTypes, workerAnswers = true): string {
  if (task.state === 'cancelling') return 'Stopping; what is finished is kept';
  if (task.state === 'pending') {
    return waitOf(task.queue, infoOf(task.type, types)?.waitsForQuiet ?? false);
  }
  // Running, and yet nothing is worked on: its pieces are behind those of others.
  if (task.queue !== null) return waitOf(task.queue, false);
  if (!workerAnswers) return 'Waiting for a worker; the work goes on as soon as one answers';
  return stepInWords(task, types) ?? 'Getting ready';
}

/**
 * The finished amount of a task, in its own unit.
 *
 * @returns Such as `0:30 of 1:30`, `1.2 MiB of 80.0 MiB` or `3 of 20 segments`; `null` while the
 * total is unknown.
 */
export function amountOf(
  { type, progress }: Pick<Task, 'type' | 'progress'>,
  types: TaskTypes,
): string | null {
  const { unit, done, total } = progress;
  if (total === null) return null;
  if (unit === 'milliseconds') return `${formatPosition(done)} of ${formatPosition(total)}`;
  if (unit === 'bytes') return `${formatBytes(done)} of ${formatBytes(total)}`;
  const one = infoOf(type, types)?.unitName ?? unit;
  return `${done} of ${total} ${total === 1 ? one : unit}`;
}
