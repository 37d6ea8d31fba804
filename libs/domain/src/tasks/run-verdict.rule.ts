import type { ErrorCode } from '#contracts/model';
import {
  firstStepOf,
  type RunClosing,
  type TaskEnding,
  type TaskState,
  type TaskStep,
  type TaskType,
} from '#contracts/tasks';
import { taskError } from './task-error.ts';

/** What Temporal says of the run of a task; `missing` when it knows of none. */
export type RunState =
  | { readonly kind: 'running'; readonly runId: string }
  | { readonly kind: 'closed'; readonly closing: RunClosing }
  | { readonly kind: 'missing' };

/** A task that is said to be on its way. */
export interface TaskOnItsWay {
  readonly type: TaskType;
  readonly state: TaskState;
  readonly step: TaskStep | null;
  readonly runId: string | null;
}

/** What makes a task's state true again. */
export type RunVerdict =
  | { readonly kind: 'consistent' }
  /** The run goes on under another id. */
  | { readonly kind: 'follow'; readonly runId: string }
  | { readonly kind: 'end'; readonly ending: TaskEnding }
  /** Nobody works on it, and nobody decided so. */
  | { readonly kind: 'startAgain' }
  /** It was to end, but its run does not know. */
  | { readonly kind: 'cancelAgain' };

const CONSISTENT: RunVerdict = { kind: 'consistent' };

/**
 * Compares a task with its run. What a run said of its own end is in the database before it closes, so
 * a task that is still open when its run has closed was ended from outside.
 */
export function runVerdict(task: TaskOnItsWay, run: RunState): RunVerdict {
  switch (run.kind) {
    case 'running':
      return verdictOfRunning(task, run.runId);
    case 'closed':
      return { kind: 'end', ending: endingOf(task, run.closing) };
    case 'missing':
      return task.state === 'cancelling'
        ? { kind: 'end', ending: { state: 'cancelled' } }
        : { kind: 'startAgain' };
  }
}

/** A task whose work waits in a queue has no run of its own yet. */
function verdictOfRunning({ state, runId }: TaskOnItsWay, present: string): RunVerdict {
  if (state === 'cancelling') return { kind: 'cancelAgain' };
  return state === 'pending' || runId === present ? CONSISTENT : { kind: 'follow', runId: present };
}

const CODES = {
  completed: 'run_lost',
  failed: 'run_lost',
  terminated: 'run_terminated',
  timedOut: 'timed_out',
} as const satisfies Record<Exclude<RunClosing, 'cancelled'>, ErrorCode>;

/** How a task ends whose run was ended for it. */
export function endingOf(
  { type, step }: Pick<TaskOnItsWay, 'type' | 'step'>,
  closing: RunClosing,
): TaskEnding {
  if (closing === 'cancelled') return { state: 'cancelled' };
  return { state: 'failed', error: taskError(CODES[closing], step ?? firstStepOf(type)) };
}
