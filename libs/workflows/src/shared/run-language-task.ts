import {
  CancellationScope,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { firstStepOf, type TaskRun, type TaskType } from '#contracts/tasks';
import type { LanguageActivities, TaskInput, TaskOutcome } from '#contracts/workflows';
import { toTaskInput, type EarlierTaskInput } from './earlier-payloads.ts';
import { LanguageTaskState } from './language-task.state.ts';
import { statusQuery } from './messages.ts';
import { databaseActivities, languageActivities } from './retry-classes.ts';
import { taskEndingOf } from './task-ending.ts';

/**
 * Runs a task whose work is one activity of a language engine. The activity completes the task
 * itself. When it fails or is cancelled, the workflow records that, even when the run is being
 * cancelled.
 * @param work calls the activity
 * @returns the result of the task, for the workflow that started it
 * @throws what the activity failed with, after it was recorded
 */
export async function runLanguageTask(
  type: TaskType,
  given: TaskInput | EarlierTaskInput,
  work: (activities: LanguageActivities, run: TaskRun) => Promise<TaskOutcome>,
): Promise<TaskOutcome> {
  const step = firstStepOf(type);
  const state = new LanguageTaskState(step, workflowInfo().startTime.toISOString());
  setHandler(statusQuery, () => state.status());
  const { taskId, attempt, timeouts } = toTaskInput(given);
  try {
    const firstRunId = workflowInfo().firstExecutionRunId;
    const outcome = await work(languageActivities(timeouts), { taskId, attempt, firstRunId });
    state.finished(outcome);
    setCurrentDetails(state.details());
    return outcome;
  } catch (failure) {
    const ending = taskEndingOf(failure, step);
    await CancellationScope.nonCancellable(() =>
      databaseActivities().endTask({ taskId, attempt, ending }),
    );
    throw failure;
  }
}
