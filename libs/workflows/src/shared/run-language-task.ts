import type { SharedRunTaskType } from '#contracts/tasks';
import { SHARED_RUN_ACTIVITIES, type TaskInput, type TaskOutcome } from '#contracts/workflows';
import type { EarlierTaskInput } from './earlier-payloads.ts';
import { languageActivities } from './retry-classes.ts';
import { runSoleActivity } from './run-sole-activity.ts';

/**
 * Runs a task, in a run of its own, whose work is one activity of a language engine.
 * @returns the result of the task, for the workflow that started it
 * @throws what the activity failed with, after it was recorded
 */
export function runLanguageTask(
  type: SharedRunTaskType,
  given: TaskInput | EarlierTaskInput,
): Promise<TaskOutcome> {
  const activity = SHARED_RUN_ACTIVITIES[type];
  return runSoleActivity(type, given, (run, timeouts) =>
    languageActivities(timeouts)[activity](run),
  );
}
