import {
  CancellationScope,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type {
  LanguageActivities,
  StageInput,
  StageOutcome,
  TaskRun,
  TaskStage,
} from '#contracts/messages';
import { statusQuery } from './messages.ts';
import { databaseActivities, languageActivities } from './retry-classes.ts';
import { StageState } from './stage.state.ts';
import { taskEndingOf } from './task-ending.ts';

/**
 * Runs a stage whose work is one activity of a language engine. The activity completes the task
 * itself; when it fails or is cancelled, the task records that, whatever becomes of the run.
 * @param work the activity
 * @returns what the stage came to, for the workflow that started it
 */
export async function runStage(
  input: StageInput,
  stage: TaskStage,
  work: (activities: LanguageActivities, run: TaskRun) => Promise<StageOutcome>,
): Promise<StageOutcome> {
  const state = new StageState(stage, workflowInfo().startTime.toISOString());
  setHandler(statusQuery, () => state.status());
  const { taskId, attempt, limits } = input;
  try {
    const firstRunId = workflowInfo().firstExecutionRunId;
    const outcome = await work(languageActivities(limits), { taskId, attempt, firstRunId });
    state.finished(outcome);
    setCurrentDetails(state.details());
    return outcome;
  } catch (failure) {
    const ending = taskEndingOf(failure, stage);
    await CancellationScope.nonCancellable(() =>
      databaseActivities().endTask({ taskId, attempt, ending }),
    );
    throw failure;
  }
}
