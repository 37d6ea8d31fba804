import { CancellationScope } from '@temporalio/workflow';
import { firstStepOf, type SharedRunTaskType, type TaskRun, type TaskType } from '#contracts/tasks';
import type { LanguageActivities, SoleActivityRun, TaskOutcome } from '#contracts/workflows';
import { databaseActivities } from './retry-classes.ts';
import { isEndRecorded, taskEndingOf } from './task-ending.ts';

/** Calls the activity that does the work of a task. */
export type LanguageWork = (
  language: LanguageActivities,
  run: SoleActivityRun,
) => Promise<TaskOutcome>;

/**
 * The work of the task types that may run within the run of their entity. It is the same in a run of
 * their own.
 */
export const LANGUAGE_WORK: Readonly<Record<SharedRunTaskType, LanguageWork>> = {
  correction: (language, run) => language.correctSegments(run),
  summary: (language, run) => language.summariseConversation(run),
  significance: (language, run) => language.scoreMemories(run),
};

/**
 * Does the work of a task by one activity, which completes the task or records how it has ended
 * otherwise. When it could not do so, this records it, even while the run is being cancelled.
 * @param language activities with the options of the run
 * @returns the result of the task
 * @throws what the activity failed with, after it was recorded
 */
export async function doLanguageWork(
  type: TaskType,
  run: TaskRun,
  language: LanguageActivities,
  work: LanguageWork,
): Promise<TaskOutcome> {
  const endsIn = firstStepOf(type);
  try {
    return await work(language, { ...run, endsIn });
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
