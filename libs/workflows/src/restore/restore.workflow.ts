import {
  CancellationScope,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { StepOf, TaskRun } from '#contracts/tasks';
import type { RestoreActivities, StepBytes, TaskInput } from '#contracts/workflows';
import { statusQuery } from '../shared/messages.ts';
import { restoreActivities, undoActivities } from '../shared/maintenance-retry-classes.ts';
import { databaseActivities } from '../shared/retry-classes.ts';
import { taskEndingOf } from '../shared/task-ending.ts';
import { RestoreState } from './restore.state.ts';

/**
 * Restores a backup: unpack it beside the current data → protect that by a backup → switch → confirm.
 * Until the switch it can be cancelled. Any failure brings the current data back as it was; the last
 * step completes the task.
 * @throws what the run failed with, after it was undone and recorded
 */
export async function restore({ taskId, attempt, timeouts }: TaskInput): Promise<void> {
  const { startTime, firstExecutionRunId: firstRunId } = workflowInfo();
  const state = new RestoreState(startTime.toISOString());
  setHandler(statusQuery, () => state.status());
  const run = { taskId, attempt, firstRunId };
  try {
    await runSteps(restoreActivities(timeouts), run, state);
  } catch (failure) {
    const isUndone = await CancellationScope.nonCancellable(() => undo(run, failure, state));
    if (isUndone) throw failure;
  }
}

async function runSteps(
  activities: RestoreActivities,
  run: TaskRun,
  state: RestoreState,
): Promise<void> {
  setCurrentDetails(state.details());
  const start = await activities.startRestore(run);
  if (start.kind === 'skip') return;
  state.steps.planned(start.sizes);
  const step = { ...run, ...start.subject };
  const warnings = await activities.unpackBackup({ ...step, ...begin(state, 'unpack') });
  state.steps.finished('unpack');
  await activities.protectInstallation({ ...step, ...begin(state, 'protect') });
  state.steps.finished('protect');
  // From here on it either happens as a whole or is undone as a whole.
  await CancellationScope.nonCancellable(async () => {
    await activities.switchDatabases({ ...step, ...begin(state, 'switch') });
    await activities.confirmRestore({ ...step, ...begin(state, 'confirm'), warnings });
  });
  state.end('completed');
  setCurrentDetails(state.details());
}

function begin(state: RestoreState, step: StepOf<'restore'>): StepBytes {
  const progress = state.steps.begin(step);
  setCurrentDetails(state.details());
  return progress;
}

/** @returns `false` when writers had been let in already, so that the restore counts as completed */
async function undo(
  { taskId, attempt }: TaskRun,
  failure: unknown,
  state: RestoreState,
): Promise<boolean> {
  const ending = taskEndingOf(failure, state.steps.step);
  const { outcome } = await undoActivities().undoRestore({ taskId, attempt });
  const isUndone = outcome === 'undone';
  state.end(isUndone ? 'undone' : 'completed');
  setCurrentDetails(state.details());
  if (isUndone) await databaseActivities().endTask({ taskId, attempt, ending });
  return isUndone;
}
