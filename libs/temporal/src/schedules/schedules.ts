import { ScheduleAlreadyRunning, type Client, type ScheduleOptions } from '@temporalio/client';
import { HOUSEKEEPING_WORKFLOW, RECONCILE_WORKFLOW } from '#contracts/workflows';
import { WORKFLOW_QUEUE } from '../workflow-queue.ts';

/** Recurring work. A missed reconcile run is skipped; a missed nightly clean-up is caught up. */
const SCHEDULES: readonly (ScheduleOptions & { readonly scheduleId: string })[] = [
  {
    scheduleId: RECONCILE_WORKFLOW,
    spec: { intervals: [{ every: '1 minute' }] },
    policies: { overlap: 'SKIP', catchupWindow: '1 minute' },
    action: actionOf(RECONCILE_WORKFLOW),
  },
  {
    scheduleId: HOUSEKEEPING_WORKFLOW,
    spec: { calendars: [{ hour: 3, minute: 30 }] },
    policies: { overlap: 'SKIP', catchupWindow: '1 day' },
    action: actionOf(HOUSEKEEPING_WORKFLOW),
  },
];

function actionOf(workflowType: string): ScheduleOptions['action'] {
  return {
    type: 'startWorkflow',
    workflowType,
    workflowId: workflowType,
    taskQueue: WORKFLOW_QUEUE,
    args: [],
    staticSummary: 'scheduled maintenance',
  };
}

/** A schedule exists, but could not be read or updated. */
export class ScheduleUpdateError extends Error {
  constructor(
    readonly scheduleId: string,
    cause: unknown,
  ) {
    super(`The schedule ${scheduleId} exists but cannot be updated.`, { cause });
    this.name = 'ScheduleUpdateError';
  }
}

/**
 * Creates the schedules, or updates them to this version. Any number of workers may do this at
 * once; there is one schedule of each. A schedule that an operator has paused stays paused, unless
 * it is replaced.
 * @param replaceable id of a schedule that is deleted and created anew if it cannot be updated.
 *   Temporal's scheduler steps through every action that was missed; after months without a server
 *   that takes longer than it allows itself, and the schedule never answers again.
 * @throws ScheduleUpdateError for a schedule that cannot be updated and is not `replaceable`
 */
export async function ensureSchedules(
  client: Client,
  replaceable: string | null = null,
): Promise<void> {
  for (const options of SCHEDULES) {
    await ensureSchedule(client, options, options.scheduleId === replaceable);
  }
}

async function ensureSchedule(
  client: Client,
  options: ScheduleOptions & { readonly scheduleId: string },
  isReplaceable: boolean,
): Promise<void> {
  try {
    await client.schedule.create(options);
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await updateSchedule(client, options).catch(async (failure: unknown) => {
      if (!isReplaceable) throw new ScheduleUpdateError(options.scheduleId, failure);
      await client.schedule.getHandle(options.scheduleId).delete();
      await client.schedule.create(options);
    });
  }
}

async function updateSchedule(
  client: Client,
  { scheduleId, spec, action, policies }: ScheduleOptions & { readonly scheduleId: string },
): Promise<void> {
  const handle = client.schedule.getHandle(scheduleId);
  await handle.update(({ state }) => ({ spec, action, state, ...(policies && { policies }) }));
}
