import type { TaskInput, TaskOutcome } from '#contracts/workflows';
import { documentActivities } from '../shared/retry-classes.ts';
import { runSoleActivity } from '../shared/run-sole-activity.ts';

/** Reads a document of a project. */
export function documentReading(input: TaskInput): Promise<TaskOutcome> {
  return runSoleActivity('document_reading', input, (run, timeouts) =>
    documentActivities(timeouts).readDocument(run),
  );
}
