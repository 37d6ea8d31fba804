import { setCurrentDetails, setHandler, workflowInfo } from '@temporalio/workflow';
import { firstStepOf, type TaskType } from '#contracts/tasks';
import type {
  ActivityTimeouts,
  SoleActivityRun,
  TaskInput,
  TaskOutcome,
} from '#contracts/workflows';
import { toTaskInput, type EarlierTaskInput } from './earlier-payloads.ts';
import { statusQuery } from './messages.ts';
import { doSoleActivity } from './sole-activity.ts';
import { SoleActivityState } from './sole-activity.state.ts';

/**
 * Runs a task, in a run of its own, whose work is one activity.
 * @param call calls the activity
 * @returns the result of the task, for the workflow that started it
 * @throws what the activity failed with, after it was recorded
 */
export async function runSoleActivity(
  type: TaskType,
  given: TaskInput | EarlierTaskInput,
  call: (run: SoleActivityRun, timeouts: ActivityTimeouts) => Promise<TaskOutcome>,
): Promise<TaskOutcome> {
  const { startTime, firstExecutionRunId: firstRunId } = workflowInfo();
  const step = firstStepOf(type);
  const state = new SoleActivityState(step, startTime.toISOString());
  setHandler(statusQuery, () => state.status());
  const { taskId, attempt, timeouts } = toTaskInput(given);
  const run = { taskId, attempt, firstRunId };
  const outcome = await doSoleActivity(run, step, (sole) => call(sole, timeouts));
  state.finished(outcome);
  setCurrentDetails(state.details());
  return outcome;
}
