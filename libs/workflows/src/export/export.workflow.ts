import {
  CancellationScope,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { TaskRun } from '#contracts/tasks';
import type { ExportActivities, TaskInput } from '#contracts/workflows';
import { statusQuery } from '../shared/messages.ts';
import { recordingItsEnd } from '../shared/record-end.ts';
import { discardActivities, exportActivities } from '../shared/maintenance-retry-classes.ts';
import { ExportState } from './export.state.ts';

/**
 * Exports a conversation, a project or all of an owner: collect → write → finish. The last step shows
 * the file and completes the task. A run that ends otherwise removes what it has written.
 * @throws what the run failed with, after it was recorded
 */
export async function exporting({ taskId, attempt, timeouts }: TaskInput): Promise<void> {
  const { startTime, firstExecutionRunId: firstRunId } = workflowInfo();
  const state = new ExportState(startTime.toISOString());
  setHandler(statusQuery, () => state.status());
  const run = { taskId, attempt, firstRunId };
  await recordingItsEnd(
    run,
    () => state.steps.step,
    () => discardingFailed(run, () => runSteps(exportActivities(timeouts), run, state)),
  );
}

type Steps = Omit<ExportActivities, 'discardExport'>;

async function runSteps(activities: Steps, run: TaskRun, state: ExportState): Promise<void> {
  const collected = await activities.collectExport({ ...run, endsIn: 'collect' });
  if (collected.kind === 'skip') return;
  state.collected(collected);
  const progress = state.steps.begin('write');
  setCurrentDetails(state.details());
  const written = await activities.writeExport({ ...run, endsIn: 'write', ...progress });
  state.steps.finished('write');
  state.steps.begin('finish');
  setCurrentDetails(state.details());
  await activities.finishExport({ ...run, endsIn: 'finish', ...written });
  state.completed();
  setCurrentDetails(state.details());
}

/** Tidying up must not hide why the run has failed, and is done again by housekeeping. */
async function discardingFailed(run: TaskRun, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (failure) {
    await CancellationScope.nonCancellable(() => discardActivities().discardExport(run)).catch(
      () => undefined,
    );
    throw failure;
  }
}
