import type { TaskStep } from '../tasks/catalogue.ts';
import type { TaskProgress, TaskWarning } from '../tasks/task-report.ts';
import type { TaskEnding, TaskRun } from '../tasks/task-run.ts';

/**
 * Name of the query that the workflows of all tasks and entities answer. Its argument is the id of
 * a task; the workflow of an entity answers for that task, with `null` when it does not run within
 * this run. Without an argument the answer is that of the workflow.
 */
export const STATUS_QUERY = 'status';

/** Answer of the query `status`. */
export interface WorkflowStatus extends TaskProgress {
  readonly warnings: readonly TaskWarning[];
  /** ISO 8601 UTC. */
  readonly startedAt: string;
}

/** Result of a task whose work is one activity. */
export interface TaskOutcome {
  /** `skip` when this run of the task had already ended, so that there was nothing to do. */
  readonly kind: 'done' | 'skip';
  /** Number of items that were processed. */
  readonly done: number;
  readonly warnings: readonly TaskWarning[];
  /** Whether the text is newer than the snapshot of the task, so that there is more to do. */
  readonly behind: boolean;
}

/**
 * The run was closed from outside, so that it could not record its end itself. Whether it was
 * terminated, timed out or reset by an operator has to be asked from Temporal.
 */
export interface ClosedFromOutside {
  readonly state: 'closed';
}

/** Input of `endTask`. */
export interface EndTaskRequest extends TaskRun {
  readonly ending: TaskEnding | ClosedFromOutside;
}

/**
 * A run of a task whose only activity in flight is the one that is called. That activity records
 * the end of the run when it fails for good or is cancelled.
 */
export interface SoleActivityRun extends TaskRun {
  /** The step in which the task then counts as failed. */
  readonly endsIn?: TaskStep;
}

/**
 * The second detail of a failure or cancellation of an activity that has recorded the end of the
 * run.
 */
export const END_RECORDED = 'end_recorded';

/** Activities that all tasks use; on the `orchestration` queue. */
export interface TaskActivities {
  /**
   * Records that the run was cancelled or has failed, when its activity could not do so itself. When
   * it was closed from outside, corrects the state of the task by what Temporal knows of the run.
   */
  endTask(request: EndTaskRequest): Promise<void>;
}
