import type { TaskInput, TaskOutcome } from '#contracts/workflows';
import { bulkChangeActivities } from '../shared/maintenance-retry-classes.ts';
import { runSoleActivity } from '../shared/run-sole-activity.ts';

/** Changes many things at once: deletes, restores or archives them. */
export function bulkChange(input: TaskInput): Promise<TaskOutcome> {
  return runSoleActivity('bulk_change', input, (run, timeouts) =>
    bulkChangeActivities(timeouts).changeInBulk(run),
  );
}
