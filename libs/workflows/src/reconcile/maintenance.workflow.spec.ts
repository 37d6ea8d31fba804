import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import {
  HOUSEKEEPING_WORKFLOW,
  RECONCILE_WORKFLOW,
  type ReconcileOutcome,
  type MaintenanceActivities,
} from '#contracts/workflows';
import { workflowBundle } from '../../../../test/support/shared-servers.ts';
import { TestTemporal } from '../../../../test/support/test-temporal.ts';

let temporal: TestTemporal;
beforeAll(async () => {
  temporal = await TestTemporal.open();
});
afterAll(() => temporal.close());

const SUCCEEDING: MaintenanceActivities = {
  sweepOutbox: () => Promise.resolve({ done: 1 }),
  wakeForgotten: () => Promise.resolve({ done: 2 }),
  reconcileTasks: () => Promise.resolve({ checked: 9, corrected: 3 }),
  adoptRuns: () => Promise.resolve({ done: 4 }),
  removeExpired: () => Promise.resolve({ done: 5 }),
};

/** Runs a workflow to its end; given activities replace the succeeding ones. */
async function run(
  workflow: string,
  activities: Partial<MaintenanceActivities> = {},
): Promise<WorkflowHandle> {
  const workers = await Promise.all([
    temporal.worker({ taskQueue: 'orchestration', workflowBundle: await workflowBundle() }),
    temporal.worker({
      taskQueue: 'maintenance',
      activities: { ...SUCCEEDING, ...activities },
    }),
  ]);
  const runs = workers.map((worker) => worker.run());
  const handle = await temporal.client.workflow.start(workflow, {
    workflowId: `${workflow}-${Date.now()}`,
    taskQueue: 'orchestration',
  });
  await handle.result();
  for (const worker of workers) worker.shutdown();
  await Promise.all(runs);
  return handle;
}

describe('the maintenance workflows', () => {
  it('reconcile delivers, signals, corrects tasks and moves runs, and returns the counts', async () => {
    const handle = await run(RECONCILE_WORKFLOW);
    const outcome: ReconcileOutcome = { delivered: 1, woken: 2, corrected: 3, adopted: 4 };
    expect(await handle.result()).toEqual(outcome);
  });

  it('reconcile continues when a step fails, and returns null for it', async () => {
    const handle = await run(RECONCILE_WORKFLOW, {
      wakeForgotten: () => {
        throw ApplicationFailure.nonRetryable('scripted failure', 'internal');
      },
    });
    expect(await handle.result()).toMatchObject({ woken: null, corrected: 3, adopted: 4 });
  });

  it('housekeeping removes data whose retention period is over', async () => {
    const handle = await run(HOUSEKEEPING_WORKFLOW);
    expect(await handle.result()).toEqual({ done: 5 });
  });
});
