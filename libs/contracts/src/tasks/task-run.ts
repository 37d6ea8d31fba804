import type { TaskError } from './task-report.ts';

/** Names the run of a task that an activity works for. */
export interface TaskRun {
  readonly taskId: string;
  /** 1 for the first run, one more for each retry. */
  readonly attempt: number;
  /**
   * The run that the chain of runs began with, which stays when an operator resets a workflow. So a
   * reset is told from a start that came twice.
   */
  readonly firstRunId?: string;
}

/** How a run ended when it did not complete. */
export type TaskEnding =
  { readonly state: 'cancelled' } | { readonly state: 'failed'; readonly error: TaskError };

/** How a run of a workflow has closed. */
export type RunClosing = 'completed' | 'failed' | 'cancelled' | 'terminated' | 'timedOut';
