import type { SoleActivityRun, TaskOutcome } from './task-outcome.ts';

/**
 * Activities of the workflow `bulk_change`; on the `maintenance` queue. What was changed is noted with
 * each change, so it may be repeated at any time.
 */
export interface BulkChangeActivities {
  /** Changes one thing after the other, and completes the task. */
  changeInBulk(run: SoleActivityRun): Promise<TaskOutcome>;
}
