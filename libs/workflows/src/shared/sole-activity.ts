import type { TaskRun, TaskStep } from '#contracts/tasks';
import type { SoleActivityRun, TaskOutcome } from '#contracts/workflows';
import { recordingItsEnd } from './record-end.ts';

/**
 * Does the work of a task by one activity, which completes the task or records how it has ended
 * otherwise. When it could not do so, this records it.
 * @param endsIn the step in which the task counts as failed
 * @param work calls the activity
 * @returns the result of the task
 * @throws what the activity failed with, after it was recorded
 */
export function doSoleActivity(
  run: TaskRun,
  endsIn: TaskStep,
  work: (run: SoleActivityRun) => Promise<TaskOutcome>,
): Promise<TaskOutcome> {
  return recordingItsEnd(
    run,
    () => endsIn,
    () => work({ ...run, endsIn }),
  );
}
