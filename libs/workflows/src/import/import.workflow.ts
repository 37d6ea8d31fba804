import { setCurrentDetails, setHandler, workflowInfo } from '@temporalio/workflow';
import type { TaskRun } from '#contracts/tasks';
import type { ImportActivities, ImportProbeActivities, TaskInput } from '#contracts/workflows';
import { statusQuery } from '../shared/messages.ts';
import { recordingItsEnd } from '../shared/record-end.ts';
import { importActivities } from '../shared/maintenance-retry-classes.ts';
import { importProbeActivities } from '../shared/retry-classes.ts';
import { ImportState } from './import.state.ts';

/**
 * Imports a file: check → open its recordings, if it has any of its own → store. Nothing is stored of a file with faults. The last step completes the
 * task; what was stored before a cancellation stays.
 * @throws what the run failed with, after it was recorded
 */
export async function importing({ taskId, attempt, timeouts }: TaskInput): Promise<void> {
  const { startTime, firstExecutionRunId: firstRunId } = workflowInfo();
  const state = new ImportState(startTime.toISOString());
  setHandler(statusQuery, () => state.status());
  const run = { taskId, attempt, firstRunId };
  const activities = { files: importActivities(timeouts), sound: importProbeActivities(timeouts) };
  await recordingItsEnd(
    run,
    () => state.steps.step,
    () => runSteps(activities, run, state),
  );
}

/** By what they work with. */
interface Activities {
  readonly files: ImportActivities;
  readonly sound: ImportProbeActivities;
}

async function runSteps(
  { files, sound }: Activities,
  run: TaskRun,
  state: ImportState,
): Promise<void> {
  setCurrentDetails(state.details());
  const checked = await files.checkImport({ ...run, endsIn: 'check' });
  if (checked.kind === 'skip') return;
  state.checked(checked.bytes);
  const { recordings = 0 } = checked;
  if (recordings > 0) {
    const probing = state.probing(recordings);
    setCurrentDetails(state.details());
    await sound.probeImport({ ...run, endsIn: 'probe', ...probing });
  }
  const progress = state.steps.begin('store');
  setCurrentDetails(state.details());
  await files.storeImport({ ...run, endsIn: 'store', ...progress });
  state.completed();
  setCurrentDetails(state.details());
}
