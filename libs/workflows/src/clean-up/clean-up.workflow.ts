import { setCurrentDetails, setHandler, sleep, workflowInfo } from '@temporalio/workflow';
import type { TaskRun } from '#contracts/tasks';
import type { CleanUpActivities, TaskInput } from '#contracts/workflows';
import { statusQuery } from '../shared/messages.ts';
import { recordingItsEnd } from '../shared/record-end.ts';
import { cleanUpActivities } from '../shared/maintenance-retry-classes.ts';
import { CleanUpState } from './clean-up.state.ts';

/**
 * Recordings are removed for good, so a backup that is being made is not disturbed for that. Most end
 * within seconds, and what is deleted meanwhile waits as long as this run.
 */
const SHORTEST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Removes what was deleted, and the recordings that nothing refers to any more. What is deleted
 * meanwhile belongs to the same task, so it goes on until nothing is left.
 * @throws what the run failed with, after it was recorded
 */
export async function cleanUp({ taskId, attempt, timeouts }: TaskInput): Promise<void> {
  const { startTime, firstExecutionRunId: firstRunId } = workflowInfo();
  const state = new CleanUpState(startTime.toISOString());
  setHandler(statusQuery, () => state.status());
  const run = { taskId, attempt, firstRunId };
  await recordingItsEnd(
    run,
    () => state.step,
    () => rounds(cleanUpActivities(timeouts), run, state),
  );
}

async function rounds(
  activities: CleanUpActivities,
  run: TaskRun,
  state: CleanUpState,
): Promise<void> {
  for (let waitMs = SHORTEST_WAIT_MS; ;) {
    const purged = await activities.purgeBin({ ...run, endsIn: 'purge' });
    if (purged.kind === 'skip') return;
    state.purged(purged.items);
    const { kind } = await activities.removeUnused({ ...run, endsIn: 'remove' });
    if (kind === 'done') state.completed();
    if (kind === 'waits') state.waiting();
    setCurrentDetails(state.details());
    if (kind === 'done') return;
    if (kind === 'waits') {
      await sleep(waitMs);
      waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS);
    }
    state.begin();
  }
}
