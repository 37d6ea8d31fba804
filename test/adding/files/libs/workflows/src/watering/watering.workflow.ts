import type { TaskInput, TaskOutcome } from '#contracts/workflows';
import { languageActivities } from '../shared/retry-classes.ts';
import { runSoleActivity } from '../shared/run-sole-activity.ts';

/** Waters a garden. */
export function watering(input: TaskInput): Promise<TaskOutcome> {
  return runSoleActivity('watering', input, (run, timeouts) =>
    languageActivities(timeouts).waterGarden(run),
  );
}
