import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NIGHTLY_BACKUP_WORKFLOW } from '#contracts/workflows';
import { workflowBundle } from '../../../../test/support/shared-servers.ts';
import { TestTemporal } from '../../../../test/support/test-temporal.ts';

describe('the workflow of the schedule of backups', () => {
  let temporal: TestTemporal;
  beforeAll(async () => {
    temporal = await TestTemporal.open();
  });
  afterAll(() => temporal.close());

  it('requests a backup, and returns its task, although the database is away for a moment', async () => {
    let tries = 0;
    const requestBackup = () => {
      tries += 1;
      if (tries === 1) throw new Error('the database is away');
      return Promise.resolve({ taskId: 'tsk_1', attempt: 1 });
    };
    const workers = await Promise.all([
      temporal.worker({ taskQueue: 'orchestration', workflowBundle: await workflowBundle() }),
      temporal.worker({ taskQueue: 'maintenance', activities: { requestBackup } }),
    ]);
    const runs = workers.map((worker) => worker.run());
    const handle = await temporal.client.workflow.start(NIGHTLY_BACKUP_WORKFLOW, {
      workflowId: 'nightly',
      taskQueue: 'orchestration',
    });
    expect(await handle.result()).toEqual({ taskId: 'tsk_1', attempt: 1 });
    for (const worker of workers) worker.shutdown();
    await Promise.all(runs);
    expect(tries).toBe(2);
  });
});
