import type { Task, TaskProgress, TaskStep, TaskState, TaskType } from '../api/types.ts';
import { formatPosition } from './durations.ts';
import { waitOf } from './queue-words.ts';

/** What a colour says of a state. */
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

const TYPES: Readonly<Record<TaskType, string>> = {
  transcription: 'Transcription',
  correction: 'Correction',
  summary: 'Summary',
  significance: 'Significance',
};

const STAGES: Readonly<Record<TaskStep, string>> = {
  probe: 'Opening the recording',
  decode: 'Listening and writing it down',
  stitch: 'Putting the parts together',
  correct: 'Correcting what was said',
  summarise: 'Summing it up',
  score: 'Weighing what matters',
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

/** All kinds of tasks, in the order of the pipeline. */
export const TASK_TYPES: readonly TaskType[] = [
  'transcription',
  'correction',
  'summary',
  'significance',
];

export function labelOf(state: TaskState): string {
  return STATES[state].label;
}

export function toneOf(state: TaskState): Tone {
  return STATES[state].tone;
}

export function nameOfType(type: TaskType): string {
  return TYPES[type];
}

/** Whether nothing happens to a task any more unless it is retried. */
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
 * What a task that has not ended is doing, in words.
 *
 * @param task - The task.
 * @param workerAnswers - False when no worker answered for it; lists do not ask, and cannot say.
 */
export function activityOf(task: Task, workerAnswers = true): string {
  if (task.state === 'cancelling') return 'Stopping; what is finished is kept';
  if (task.state === 'pending') return waitOf(task);
  if (!workerAnswers) return 'Waiting for a worker; the work goes on as soon as one answers';
  return task.progress.stage === null ? 'Getting ready' : STAGES[task.progress.stage];
}

/**
 * How much of a task is done, in its own unit.
 *
 * @returns Such as `0:30 of 1:30` or `3 of 20 segments`; `null` while nobody can say how much
 * there is.
 */
export function amountOf({ unit, done, total }: TaskProgress): string | null {
  if (total === null) return null;
  if (unit === 'milliseconds') return `${formatPosition(done)} of ${formatPosition(total)}`;
  const one: Readonly<Record<typeof unit, string>> = {
    segments: 'segment',
    parts: 'part',
    memories: 'memory',
  };
  return `${done} of ${total} ${total === 1 ? one[unit] : unit}`;
}
