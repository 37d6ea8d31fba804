import { setCurrentDetails, setHandler, workflowInfo } from '@temporalio/workflow';
import type { TaskRun } from '#contracts/tasks';
import type { BackupActivities, BackupSizes, BackupStepRun, TaskInput } from '#contracts/workflows';
import { statusQuery } from '../shared/messages.ts';
import { recordingItsEnd } from '../shared/record-end.ts';
import { backupActivities } from '../shared/maintenance-retry-classes.ts';
import { BackupState } from './backup.state.ts';

/**
 * Backs up the database and all recordings: dump → copy → verify by restoring → prune. A backup
 * becomes visible when it is verified, and only then are old ones removed. The last step completes
 * the task.
 * @throws what the run failed with, after it was recorded
 */
export async function backup({ taskId, attempt, timeouts }: TaskInput): Promise<void> {
  const { startTime, firstExecutionRunId: firstRunId } = workflowInfo();
  const state = new BackupState(startTime.toISOString());
  setHandler(statusQuery, () => state.status());
  const run = { taskId, attempt, firstRunId };
  await recordingItsEnd(
    run,
    () => state.steps.step,
    () => runSteps(backupActivities(timeouts), run, state),
  );
}

async function runSteps(
  activities: BackupActivities,
  run: TaskRun,
  state: BackupState,
): Promise<void> {
  const start = await activities.startBackup({ ...run, endsIn: state.steps.step });
  if (start.kind !== 'due') {
    if (start.kind === 'notDue') state.end('notDue');
    setCurrentDetails(state.details());
    return;
  }
  state.planned(start.sizes);
  const steps: readonly (readonly [keyof BackupSizes, (step: BackupStepRun) => Promise<void>])[] = [
    ['dump', (step) => activities.dumpDatabase(step)],
    ['copy', (step) => activities.copyBlobs(step)],
    ['verify', (step) => activities.verifyBackup(step)],
  ];
  for (const [step, work] of steps) {
    const progress = state.steps.begin(step);
    setCurrentDetails(state.details());
    await work({ ...run, endsIn: step, ...progress });
    state.steps.finished(step);
  }
  state.steps.begin('prune');
  setCurrentDetails(state.details());
  await activities.pruneBackups({ ...run, endsIn: 'prune' });
  state.end('completed');
  setCurrentDetails(state.details());
}
