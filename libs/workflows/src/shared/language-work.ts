import { CancellationScope } from '@temporalio/workflow';
import { firstStepOf, type SharedRunTaskType, type TaskRun } from '#contracts/tasks';
import {
  SHARED_RUN_ACTIVITIES,
  type LanguageActivities,
  type TaskOutcome,
} from '#contracts/workflows';
import { databaseActivities } from './retry-classes.ts';
import { isEndRecorded, taskEndingOf } from './task-ending.ts';

/**
 * Does the work of a task by one activity, which completes the task or records how it has ended
 * otherwise. When it could not do so, this records it, even while the run is being cancelled. It is
 * the same within the run of an entity and in a run of the task's own.
 * @param language activities with the options of the run
 * @returns the result of the task
 * @throws what the activity failed with, after it was recorded
 */
export async function doLanguageWork(
  type: SharedRunTaskType,
  run: TaskRun,
  language: LanguageActivities,
): Promise<TaskOutcome> {
  const endsIn = firstStepOf(type);
  try {
    return await language[SHARED_RUN_ACTIVITIES[type]]({ ...run, endsIn });
  } catch (failure) {
    if (!isEndRecorded(failure)) {
      const { taskId, attempt } = run;
      const ending = taskEndingOf(failure, endsIn);
      await CancellationScope.nonCancellable(() =>
        databaseActivities().endTask({ taskId, attempt, ending }),
      );
    }
    throw failure;
  }
}
