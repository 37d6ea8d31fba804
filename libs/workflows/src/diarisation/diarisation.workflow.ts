import type { TaskInput, TaskOutcome } from '#contracts/workflows';
import { diarisationActivities } from '../shared/retry-classes.ts';
import { runSoleActivity } from '../shared/run-sole-activity.ts';

/** Tells the speakers of a conversation's recordings apart, in the text that there is. */
export function diarisation(input: TaskInput): Promise<TaskOutcome> {
  return runSoleActivity('diarisation', input, (run, timeouts) =>
    diarisationActivities(timeouts).tellSpeakers(run),
  );
}
