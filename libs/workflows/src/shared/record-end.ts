import { CancellationScope } from '@temporalio/workflow';
import type { TaskRun, TaskStep } from '#contracts/tasks';
import { databaseActivities } from './retry-classes.ts';
import { isEndRecorded, taskEndingOf } from './task-ending.ts';

/**
 * Does the work of a task. When it fails or is cancelled, and none of its activities has recorded
 * that, this records it, even while the run is being cancelled.
 * @param step the step in which the task counts as failed, as it is then
 * @throws what the work has thrown, after it was recorded
 */
export async function recordingItsEnd<Result>(
  { taskId, attempt }: TaskRun,
  step: () => TaskStep,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (failure) {
    if (!isEndRecorded(failure)) {
      const ending = taskEndingOf(failure, step());
      await CancellationScope.nonCancellable(() =>
        databaseActivities().endTask({ taskId, attempt, ending }),
      );
    }
    throw failure;
  }
}
