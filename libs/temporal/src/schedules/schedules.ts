import { ScheduleAlreadyRunning, type Client, type ScheduleOptions } from '@temporalio/client';
import type { TaskQueue } from '#contracts/model';
import { HOUSEKEEPING_WORKFLOW, RECONCILE_WORKFLOW } from '#contracts/workflows';

const QUEUE: TaskQueue = 'orchestration';

/** What is done regularly. A look that is late is worth nothing any more, a night's work is. */
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
    taskQueue: QUEUE,
    args: [],
    staticSummary: 'looks after everything else',
  };
}

/**
 * Sees to it that everything regular is scheduled as this version wants it. However many workers do
 * this at once, there is one schedule of each; whether an operator has paused it stays.
 */
export async function ensureSchedules(client: Client): Promise<void> {
  for (const options of SCHEDULES) await ensureSchedule(client, options);
}

async function ensureSchedule(
  client: Client,
  options: ScheduleOptions & { readonly scheduleId: string },
): Promise<void> {
  try {
    await client.schedule.create(options);
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    const { spec, action, policies } = options;
    const handle = client.schedule.getHandle(options.scheduleId);
    await handle.update(({ state }) => ({ spec, action, state, ...(policies && { policies }) }));
  }
}
