import type { TaskProgress, TaskWarning } from '../tasks/task-report.ts';
import type { TaskEnding, TaskRun } from '../tasks/task-run.ts';

/** Name of the query that every workflow of a task or entity answers. */
export const STATUS_QUERY = 'status';

/** Answer of the query `status`. */
export interface WorkflowStatus extends TaskProgress {
  readonly warnings: readonly TaskWarning[];
  /** ISO 8601 UTC. */
  readonly startedAt: string;
}

/** What a task whose work is one activity came to. */
export interface TaskOutcome {
  /** `skip` when this run of the task had ended already, so there was nothing to do. */
  readonly kind: 'done' | 'skip';
  /** How many pieces were worked on. */
  readonly done: number;
  readonly warnings: readonly TaskWarning[];
  /** Whether the text has changed since the task took its snapshot, so that there is more to do. */
  readonly behind: boolean;
}

/**
 * The run was closed from outside, so that it could not say itself how it ended, or that it goes on
 * because an operator has reset it: Temporal knows.
 */
export interface ClosedFromOutside {
  readonly state: 'closed';
}

/** Asks to record how a run ended. */
export interface EndTaskRequest extends TaskRun {
  readonly ending: TaskEnding | ClosedFromOutside;
}

/** Activities that every task needs; on the `orchestration` queue. */
export interface TaskActivities {
  /** Records that the run was cancelled or has failed. */
  endTask(request: EndTaskRequest): Promise<void>;
}
