import { CancellationScope } from '@temporalio/workflow';
import type { TaskRun, TaskStep } from '#contracts/tasks';
import type { SoleActivityRun, TaskOutcome } from '#contracts/workflows';
import { databaseActivities } from './retry-classes.ts';
import { isEndRecorded, taskEndingOf } from './task-ending.ts';

/**
 * Does the work of a task by one activity, which completes the task or records how it has ended
 * otherwise. When it could not do so, this records it, even while the run is being cancelled.
 * @param endsIn the step in which the task counts as failed
 * @param work calls the activity
 * @returns the result of the task
 * @throws what the activity failed with, after it was recorded
 */
export async function doSoleActivity(
  run: TaskRun,
  endsIn: TaskStep,
  work: (run: SoleActivityRun) => Promise<TaskOutcome>,
): Promise<TaskOutcome> {
  try {
    return await work({ ...run, endsIn });
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
