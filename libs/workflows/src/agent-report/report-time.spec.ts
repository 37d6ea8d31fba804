import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import type { EndTaskRequest, TaskInput, WriteReport } from '#contracts/workflows';
import { quietTemporal } from '../../../../test/support/quiet-temporal.ts';
import { workflowBundle } from '../../../../test/support/shared-servers.ts';

const TEST_SERVER = path.resolve('.toolchain/temporal-test-server/bin/temporal-test-server');
const MINUTE_MS = 60_000;
const INPUT: TaskInput = {
  ...{ taskId: 'tsk_1', attempt: 1, ownerId: 'ada', conversationId: null, clipId: null },
  timeouts: { startToCloseMs: 30 * MINUTE_MS, heartbeatMs: 10_000 },
  parallelActivities: 1,
};

describe('a report whose engine is away', () => {
  let env: TestWorkflowEnvironment;
  beforeAll(async () => {
    quietTemporal();
    const executable = { type: 'existing-path', path: TEST_SERVER } as const;
    env = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
  }, 60_000);
  afterAll(() => env.teardown());

  it('is written after ten minutes from what was read, and its task has timed out', async () => {
    const written: WriteReport[] = [];
    const ends: EndTaskRequest[] = [];
    let tries = 0;
    const language = {
      collectSources: () => Promise.resolve({ kind: 'done', unread: 5 }),
      readSources: () => {
        tries += 1;
        throw ApplicationFailure.retryable('No answer.', 'language_engine_unavailable');
      },
      writeReport: (run: WriteReport) => {
        written.push(run);
        return Promise.resolve({ kind: 'done', done: 0, warnings: [], behind: false });
      },
    };
    const endTask = (request: EndTaskRequest) => Promise.resolve(void ends.push(request));
    const connection = env.nativeConnection;
    const bundle = { workflowBundle: await workflowBundle() };
    const workers = await Promise.all([
      Worker.create({
        ...{ connection, taskQueue: 'orchestration', ...bundle },
        activities: { endTask },
      }),
      Worker.create({ connection, taskQueue: 'language', activities: language }),
    ]);
    const runs = workers.map((worker) => worker.run());
    const handle = await env.client.workflow.start('agent_report', {
      ...{ workflowId: 'agent_report:financial:prj_1', taskQueue: 'orchestration' },
      args: [INPUT],
    });
    await expect(handle.result()).rejects.toThrow();
    for (const worker of workers) worker.shutdown();
    await Promise.all(runs);
    const { startTime, closeTime } = await handle.describe();
    const minutes = ((closeTime?.getTime() ?? 0) - startTime.getTime()) / MINUTE_MS;
    expect(minutes).toBeGreaterThanOrEqual(10);
    expect(minutes).toBeLessThan(11.1);
    expect(tries).toBeGreaterThan(10);
    expect(written).toMatchObject([{ taskId: 'tsk_1', partial: true }]);
    expect(ends).toMatchObject([
      { ending: { state: 'failed', error: { code: 'timed_out', stage: 'read' } } },
    ]);
  }, 60_000);
});
