import {
  CancellationScope,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { TaskRun } from '#contracts/tasks';
import type { BackupActivities, BackupStepRun, TaskInput } from '#contracts/workflows';
import { statusQuery } from '../shared/messages.ts';
import { backupActivities, databaseActivities } from '../shared/retry-classes.ts';
import { isEndRecorded, taskEndingOf } from '../shared/task-ending.ts';
import { BackupState, type BackupStep } from './backup.state.ts';

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
  const activities = backupActivities(timeouts);
  try {
    await runSteps(activities, { taskId, attempt, firstRunId }, state);
  } catch (failure) {
    if (!isEndRecorded(failure)) {
      const ending = taskEndingOf(failure, state.step);
      await CancellationScope.nonCancellable(() =>
        databaseActivities().endTask({ taskId, attempt, ending }),
      );
    }
    throw failure;
  }
}

async function runSteps(
  activities: BackupActivities,
  run: TaskRun,
  state: BackupState,
): Promise<void> {
  const start = await activities.startBackup({ ...run, endsIn: state.step });
  if (start.kind !== 'due') {
    if (start.kind === 'notDue') state.end('notDue');
    setCurrentDetails(state.details());
    return;
  }
  state.planned(start.sizes);
  const steps: readonly (readonly [BackupStep, (step: BackupStepRun) => Promise<void>])[] = [
    ['dump', (step) => activities.dumpDatabase(step)],
    ['copy', (step) => activities.copyBlobs(step)],
    ['verify', (step) => activities.verifyBackup(step)],
  ];
  for (const [step, work] of steps) {
    const progress = state.begin(step);
    setCurrentDetails(state.details());
    await work({ ...run, endsIn: step, ...progress });
    state.finished(step);
  }
  state.step = 'prune';
  setCurrentDetails(state.details());
  await activities.pruneBackups({ ...run, endsIn: 'prune' });
  state.end('completed');
  setCurrentDetails(state.details());
}
