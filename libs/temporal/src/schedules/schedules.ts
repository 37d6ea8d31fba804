import {
  ScheduleAlreadyRunning,
  ScheduleNotFoundError,
  type Client,
  type ScheduleOptions,
} from '@temporalio/client';
import {
  HOUSEKEEPING_WORKFLOW,
  NIGHTLY_BACKUP_WORKFLOW,
  RECONCILE_WORKFLOW,
} from '#contracts/workflows';
import { WORKFLOW_QUEUE } from '../workflow-queue.ts';
import { nightlyTimes, type LocalTime } from './nightly-backup.ts';

type Schedule = ScheduleOptions & { readonly scheduleId: string };

/** Recurring work. A missed reconcile run is skipped; missed nightly work is caught up. */
const SCHEDULES: readonly Schedule[] = [
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

/** The schedule of the nightly backup; one that was missed is made as soon as Temporal runs again. */
function nightlyBackup(at: LocalTime): Schedule {
  return {
    scheduleId: NIGHTLY_BACKUP_WORKFLOW,
    spec: nightlyTimes(at),
    policies: { overlap: 'SKIP', catchupWindow: '1 day' },
    action: actionOf(NIGHTLY_BACKUP_WORKFLOW),
  };
}

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
 * @param backupAt when the nightly backup starts; `null` for never
 * @param replaceable id of a schedule that is deleted and created anew if it cannot be updated.
 *   Temporal's scheduler steps through every action that was missed; after months without a server
 *   that takes longer than it allows itself, and the schedule never answers again.
 * @throws ScheduleUpdateError for a schedule that cannot be updated and is not `replaceable`
 */
export async function ensureSchedules(
  client: Client,
  backupAt: LocalTime | null,
  replaceable: string | null = null,
): Promise<void> {
  const backups = backupAt === null ? [] : [nightlyBackup(backupAt)];
  for (const options of [...SCHEDULES, ...backups]) {
    await ensureSchedule(client, options, options.scheduleId === replaceable);
  }
  if (backupAt === null) await removeSchedule(client, NIGHTLY_BACKUP_WORKFLOW);
}

async function ensureSchedule(
  client: Client,
  options: Schedule,
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

async function removeSchedule(client: Client, scheduleId: string): Promise<void> {
  try {
    await client.schedule.getHandle(scheduleId).delete();
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error;
  }
}

async function updateSchedule(
  client: Client,
  { scheduleId, spec, action, policies }: Schedule,
): Promise<void> {
  const handle = client.schedule.getHandle(scheduleId);
  await handle.update(({ state }) => ({ spec, action, state, ...(policies && { policies }) }));
}
