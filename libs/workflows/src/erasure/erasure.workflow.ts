import { setCurrentDetails, setHandler, sleep, workflowInfo } from '@temporalio/workflow';
import type { TaskRun } from '#contracts/tasks';
import type { ErasureActivities, TaskInput } from '#contracts/workflows';
import { statusQuery } from '../shared/messages.ts';
import { recordingItsEnd } from '../shared/record-end.ts';
import { erasureActivities } from '../shared/maintenance-retry-classes.ts';
import { ErasureState } from './erasure.state.ts';

/** A backup or snapshot that is being made is not disturbed. Most end within seconds. */
const SHORTEST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Erases every owner whose erasure is open. What is requested meanwhile belongs to the same task, so it
 * goes on until none is open.
 * @throws what the run failed with, after it was recorded
 */
export async function erasure({ taskId, attempt, timeouts }: TaskInput): Promise<void> {
  const { startTime, firstExecutionRunId: firstRunId } = workflowInfo();
  const state = new ErasureState(startTime.toISOString());
  setHandler(statusQuery, () => state.status());
  const run = { taskId, attempt, firstRunId };
  await recordingItsEnd(
    run,
    () => state.step,
    () => rounds(erasureActivities(timeouts), run, state),
  );
}

async function rounds(
  activities: ErasureActivities,
  run: TaskRun,
  state: ErasureState,
): Promise<void> {
  for (let waitMs = SHORTEST_WAIT_MS; ;) {
    const ending = await round(activities, run, state);
    if (ending === 'done') state.completed();
    if (ending === 'backup' || ending === 'snapshot') state.waiting(ending);
    setCurrentDetails(state.details());
    if (ending === 'done' || ending === 'skip') return;
    if (ending === 'again') continue;
    await sleep(waitMs);
    waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS);
  }
}

/** @returns how the round has ended, or for what the next one waits */
async function round(
  activities: ErasureActivities,
  run: TaskRun,
  state: ErasureState,
): Promise<'skip' | 'done' | 'again' | 'backup' | 'snapshot'> {
  state.begin('note');
  if ((await activities.noteErasures({ ...run, endsIn: 'note' })).kind === 'skip') return 'skip';
  state.begin('stop');
  await activities.stopOwners({ ...run, endsIn: 'stop' });
  state.begin('erase');
  const { kind, items } = await activities.eraseOwners({ ...run, endsIn: 'erase' });
  state.erased(items);
  if (kind === 'waits') return 'backup';
  state.begin('forget');
  const forgotten = await activities.forgetOwners({ ...run, endsIn: 'forget' });
  return forgotten.kind === 'waits' ? 'snapshot' : forgotten.kind;
}
