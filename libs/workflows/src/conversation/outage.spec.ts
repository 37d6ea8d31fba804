import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { WORK_SIGNAL } from '#contracts/workflows';
import { quietTemporal } from '../../../../test/support/quiet-temporal.ts';
import { workflowBundle } from '../../../../test/support/shared-servers.ts';
import { SETTINGS } from './conversation-runner.fixture.ts';
import { ScriptedConversation } from './scripted-conversation.fixture.ts';

const TEST_SERVER = path.resolve('.toolchain/temporal-test-server/bin/temporal-test-server');
const WEEK_MS = 7 * 86_400_000;
/** Between two tries to take work. */
const LONGEST_WAIT_MS = 300_000;

describe('a conversation during a week without its database', () => {
  let env: TestWorkflowEnvironment;
  beforeAll(async () => {
    quietTemporal();
    const executable = { type: 'existing-path', path: TEST_SERVER } as const;
    env = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
  }, 60_000);
  afterAll(() => env.teardown());

  it('goes on waiting, fills no history, and does its work afterwards', async () => {
    const startedAtMs = await env.currentTimeMs();
    let tries = 0;
    const conversation = new ScriptedConversation('cnv_week', {
      sharedRuns: true,
      isAway: async () => {
        tries += 1;
        return (await env.currentTimeMs()) - startedAtMs <= WEEK_MS;
      },
    });
    const connection = env.nativeConnection;
    const activities = conversation.asFunctions();
    const bundle = { workflowBundle: await workflowBundle() };
    const workers = await Promise.all([
      Worker.create({ connection, taskQueue: 'orchestration', activities, ...bundle }),
      Worker.create({ connection, taskQueue: 'language', activities }),
    ]);
    const runs = workers.map((worker) => worker.run());
    conversation.addExchange();
    const handle = await env.client.workflow.signalWithStart('conversation', {
      workflowId: 'conversation:cnv_week',
      taskQueue: 'orchestration',
      args: [{ ...SETTINGS, id: 'cnv_week' }],
      signal: WORK_SIGNAL,
      signalArgs: [],
    });
    await handle.result().finally(() => {
      for (const worker of workers) worker.shutdown();
    });
    await Promise.all(runs);
    expect((await env.currentTimeMs()) - startedAtMs).toBeGreaterThan(WEEK_MS);
    expect(conversation.summarised).toEqual([conversation.revision]);
    // Each try is six events, and one run may have 51,200; it also continues as new on the way.
    expect(tries).toBeGreaterThan(WEEK_MS / LONGEST_WAIT_MS);
    expect(tries).toBeLessThan((2 * WEEK_MS) / LONGEST_WAIT_MS);
  }, 180_000);
});
