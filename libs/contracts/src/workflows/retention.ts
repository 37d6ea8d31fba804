import type { SoleActivityRun, TaskOutcome } from './task-outcome.ts';

/**
 * Activities of the workflow `retention`; on the `maintenance` queue. What is removed is not due any
 * more, so it may be repeated at any time.
 */
export interface RetentionActivities {
  /** Removes what is kept no longer, one conversation after the other, and completes the task. */
  applyRetention(run: SoleActivityRun): Promise<TaskOutcome>;
}
