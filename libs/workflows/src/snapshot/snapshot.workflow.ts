import type { TaskInput, TaskOutcome } from '#contracts/workflows';
import { snapshotActivities } from '../shared/maintenance-retry-classes.ts';
import { runSoleActivity } from '../shared/run-sole-activity.ts';

/** Takes a snapshot of what the change log says. */
export function snapshot(input: TaskInput): Promise<TaskOutcome> {
  return runSoleActivity('snapshot', input, (run, timeouts) =>
    snapshotActivities(timeouts).takeSnapshot(run),
  );
}
