import type { TaskError } from './task-report.ts';

/** Identifies a run of a task. */
export interface TaskRun {
  readonly taskId: string;
  /** 1 for the first run, one more for each retry. */
  readonly attempt: number;
  /**
   * Id of the first workflow run in the chain. It stays the same when an operator resets the
   * workflow, so that a reset can be distinguished from a duplicate start.
   */
  readonly firstRunId?: string;
}

/** How a run ended that did not complete. */
export type TaskEnding =
  { readonly state: 'cancelled' } | { readonly state: 'failed'; readonly error: TaskError };

/** How a workflow run was closed. */
export type RunClosing = 'completed' | 'failed' | 'cancelled' | 'terminated' | 'timedOut';
