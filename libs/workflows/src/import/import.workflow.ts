import { setCurrentDetails, setHandler, workflowInfo } from '@temporalio/workflow';
import type { TaskRun } from '#contracts/tasks';
import type { ImportActivities, TaskInput } from '#contracts/workflows';
import { statusQuery } from '../shared/messages.ts';
import { recordingItsEnd } from '../shared/record-end.ts';
import { importActivities } from '../shared/maintenance-retry-classes.ts';
import { ImportState } from './import.state.ts';

/**
 * Imports a file: check → store. Nothing is stored of a file with faults. The last step completes the
 * task; what was stored before a cancellation stays.
 * @throws what the run failed with, after it was recorded
 */
export async function importing({ taskId, attempt, timeouts }: TaskInput): Promise<void> {
  const { startTime, firstExecutionRunId: firstRunId } = workflowInfo();
  const state = new ImportState(startTime.toISOString());
  setHandler(statusQuery, () => state.status());
  const run = { taskId, attempt, firstRunId };
  await recordingItsEnd(
    run,
    () => state.steps.step,
    () => runSteps(importActivities(timeouts), run, state),
  );
}

async function runSteps(
  activities: ImportActivities,
  run: TaskRun,
  state: ImportState,
): Promise<void> {
  setCurrentDetails(state.details());
  const checked = await activities.checkImport({ ...run, endsIn: 'check' });
  if (checked.kind === 'skip') return;
  state.checked(checked.bytes);
  const progress = state.steps.begin('store');
  setCurrentDetails(state.details());
  await activities.storeImport({ ...run, endsIn: 'store', ...progress });
  state.completed();
  setCurrentDetails(state.details());
}
