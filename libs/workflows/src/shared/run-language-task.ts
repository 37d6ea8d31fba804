import { setCurrentDetails, setHandler, workflowInfo } from '@temporalio/workflow';
import { firstStepOf, type SharedRunTaskType } from '#contracts/tasks';
import type { TaskInput, TaskOutcome } from '#contracts/workflows';
import { toTaskInput, type EarlierTaskInput } from './earlier-payloads.ts';
import { LanguageTaskState } from './language-task.state.ts';
import { doLanguageWork } from './language-work.ts';
import { statusQuery } from './messages.ts';
import { languageActivities } from './retry-classes.ts';

/**
 * Runs a task, in a run of its own, whose work is one activity of a language engine.
 * @returns the result of the task, for the workflow that started it
 * @throws what the activity failed with, after it was recorded
 */
export async function runLanguageTask(
  type: SharedRunTaskType,
  given: TaskInput | EarlierTaskInput,
): Promise<TaskOutcome> {
  const { startTime, firstExecutionRunId: firstRunId } = workflowInfo();
  const state = new LanguageTaskState(firstStepOf(type), startTime.toISOString());
  setHandler(statusQuery, () => state.status());
  const { taskId, attempt, timeouts } = toTaskInput(given);
  const run = { taskId, attempt, firstRunId };
  const outcome = await doLanguageWork(type, run, languageActivities(timeouts));
  state.finished(outcome);
  setCurrentDetails(state.details());
  return outcome;
}
