import { ApplicationFailure, setHandler, workflowInfo } from '@temporalio/workflow';
import type { TaskRun } from '#contracts/tasks';
import type { ReportActivities, TaskInput, TaskOutcome } from '#contracts/workflows';
import { statusQuery } from '../shared/messages.ts';
import { recordingItsEnd } from '../shared/record-end.ts';
import { reportActivities } from '../shared/retry-classes.ts';
import { withinTime } from '../shared/within-time.ts';
import { ReportState } from './report.state.ts';

/** After that a report is written from what was read, and the task has timed out. */
const LONGEST_MS = 10 * 60_000;

const SKIPPED: TaskOutcome = { kind: 'skip', done: 0, warnings: [], behind: false };

/**
 * Makes the report of an agent about a project: collect → read → reconcile → compute → write. What
 * was read stays, whatever happens later, so that no run reads it again.
 * @throws what the run failed with, after it was recorded
 */
export async function agentReport(input: TaskInput): Promise<TaskOutcome> {
  const { startTime, firstExecutionRunId: firstRunId } = workflowInfo();
  const { taskId, attempt, timeouts } = input;
  const run = { taskId, attempt, firstRunId };
  const state = new ReportState(startTime.toISOString());
  setHandler(statusQuery, () => state.status());
  const activities = reportActivities(timeouts);
  return recordingItsEnd(
    run,
    () => state.step,
    () =>
      withinTime(
        LONGEST_MS,
        () => makeReport(run, state, activities),
        () => writeWhatIsFinished(run, activities),
      ),
  );
}

async function makeReport(
  run: TaskRun,
  state: ReportState,
  activities: ReportActivities,
): Promise<TaskOutcome> {
  const collected = await activities.collectSources(run);
  if (collected.kind === 'skip') return SKIPPED;
  state.collected(collected);
  for (let { unread } = collected; unread > 0;) {
    const read = await activities.readSources(run);
    if (read.kind === 'skip') return SKIPPED;
    state.read(read);
    unread = read.unread;
  }
  state.writing();
  const outcome = await activities.writeReport({ ...run, endsIn: 'write' });
  state.finished(outcome);
  return outcome;
}

/** @throws ApplicationFailure `timed_out`, always */
async function writeWhatIsFinished(
  run: TaskRun,
  activities: ReportActivities,
): Promise<TaskOutcome> {
  await activities.writeReport({ ...run, partial: true });
  throw ApplicationFailure.nonRetryable(
    'The report took longer than ten minutes. What was read is kept.',
    'timed_out',
  );
}
