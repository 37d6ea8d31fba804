import { firstStepOf, type SharedRunTaskType, type TaskRun } from '#contracts/tasks';
import {
  SHARED_RUN_ACTIVITIES,
  type LanguageActivities,
  type TaskOutcome,
} from '#contracts/workflows';
import { doSoleActivity } from './sole-activity.ts';

/**
 * Does the work of a language task by its activity. It is the same within the run of an entity and
 * in a run of the task's own.
 * @param language activities with the options of the run
 * @returns the result of the task
 * @throws what the activity failed with, after it was recorded
 */
export function doLanguageWork(
  type: SharedRunTaskType,
  run: TaskRun,
  language: LanguageActivities,
): Promise<TaskOutcome> {
  const activity = SHARED_RUN_ACTIVITIES[type];
  return doSoleActivity(run, firstStepOf(type), (sole) => language[activity](sole));
}
