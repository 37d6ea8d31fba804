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

/** The run of a task according to Temporal; `missing` when Temporal has no such run. */
export type RunState =
  | { readonly kind: 'running'; readonly runId: string }
  | { readonly kind: 'closed'; readonly closing: RunClosing }
  | { readonly kind: 'missing' };

/** A task that has not ended according to the database. */
export interface OpenTask {
  readonly type: TaskType;
  readonly state: TaskState;
  readonly step: TaskStep | null;
  readonly runId: string | null;
}

/** What to do so that the state of a task matches its run. */
export type RunVerdict =
  | { readonly kind: 'consistent' }
  /** The run continues under another run id. */
  | { readonly kind: 'follow'; readonly runId: string }
  | { readonly kind: 'end'; readonly ending: TaskEnding }
  /** No run works on it, although it was not cancelled. */
  | { readonly kind: 'startAgain' }
  /** It is cancelling, but its run is still open. */
  | { readonly kind: 'cancelAgain' };

const CONSISTENT: RunVerdict = { kind: 'consistent' };

/**
 * Compares a task with its run. A run writes its own end to the database before it closes, so a
 * task that is still open when its run has closed was ended from outside.
 */
export function runVerdict(task: OpenTask, run: RunState): RunVerdict {
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

/** A pending task has not stored the id of its run yet. */
function verdictOfRunning({ state, runId }: OpenTask, present: string): RunVerdict {
  if (state === 'cancelling') return { kind: 'cancelAgain' };
  return state === 'pending' || runId === present ? CONSISTENT : { kind: 'follow', runId: present };
}

const CODES = {
  completed: 'run_lost',
  failed: 'run_lost',
  terminated: 'run_terminated',
  timedOut: 'timed_out',
} as const satisfies Record<Exclude<RunClosing, 'cancelled'>, ErrorCode>;

/**
 * How a task ends whose run was closed from outside.
 * @returns a failure in the current step, or in the first step of the type before any has started
 */
export function endingOf(
  { type, step }: Pick<OpenTask, 'type' | 'step'>,
  closing: RunClosing,
): TaskEnding {
  if (closing === 'cancelled') return { state: 'cancelled' };
  return { state: 'failed', error: taskError(CODES[closing], step ?? firstStepOf(type)) };
}
