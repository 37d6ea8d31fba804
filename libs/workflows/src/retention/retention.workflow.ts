import type { TaskInput, TaskOutcome } from '#contracts/workflows';
import { retentionActivities } from '../shared/maintenance-retry-classes.ts';
import { runSoleActivity } from '../shared/run-sole-activity.ts';

/** Removes what is kept no longer, by the rules of retention. */
export function retention(input: TaskInput): Promise<TaskOutcome> {
  return runSoleActivity('retention', input, (run, timeouts) =>
    retentionActivities(timeouts).applyRetention(run),
  );
}
