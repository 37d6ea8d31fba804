import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { TranscriptionInput } from '#contracts/workflows';
import type { TaskRecord } from '#store';
import { eventually } from '../../../../../test/support/eventually.ts';
import { TIMEOUTS } from '../../../../../test/support/run-settings.ts';
import { quietTemporal } from '../../../../../test/support/quiet-temporal.ts';
import { startTemporal, type TestServer } from '../../../../../test/support/servers.ts';
import { workflowBundle } from '../../../../../test/support/workflow-bundle.ts';
import { TaskRunReader } from './task-run.reader.ts';

const INPUT: TranscriptionInput = {
  taskId: 'task',
  clipId: 'clip',
  ownerId: 'ada',
  conversationId: 'conversation',
  attempt: 1,
  timeouts: TIMEOUTS,
  parallelActivities: 1,
};

describe('the retries of steps that Temporal knows', () => {
  let server: TestServer;
  let connection: Connection;
  let client: Client;
  beforeAll(async () => {
    quietTemporal();
    server = await startTemporal();
    connection = await Connection.connect({ address: server.address });
    client = new Client({ connection });
  });
  afterAll(async () => {
    await connection.close();
    await server.stop();
  });

  /** Starts a transcription whose first step fails and is retried, and runs checks meanwhile. */
  async function whileItWaits(check: (task: TaskRecord) => Promise<void>): Promise<void> {
    const native = await NativeConnection.connect({ address: server.address });
    const probeClip = () => {
      const type = 'speech_engine_crashed';
      throw ApplicationFailure.create({ type, message: 'It broke.', nextRetryDelay: '1 minute' });
    };
    const workers = await Promise.all([
      Worker.create({
        connection: native,
        taskQueue: 'orchestration',
        workflowBundle: await workflowBundle(),
      }),
      Worker.create({ connection: native, taskQueue: 'speech', activities: { probeClip } }),
    ]);
    const runs = workers.map((worker) => worker.run());
    const workflowId = 'transcription:clip';
    const handle = await client.workflow.start('transcription', {
      workflowId,
      taskQueue: 'orchestration',
      args: [INPUT],
    });
    const runId = handle.firstExecutionRunId;
    const task: Partial<TaskRecord> = { id: 'task', state: 'running', workflowId, runId };
    await check(task as TaskRecord).finally(() => handle.terminate());
    for (const worker of workers) worker.shutdown();
    await Promise.all(runs);
    await native.close();
  }

  it('have a count, a reason and a next time, read once for all callers within half a second; an ended task has none', async () => {
    const reader = new TaskRunReader(client, connection);
    await whileItWaits(async (task) => {
      const retries = await eventually(async () => {
        const { retries: known } = await reader.read(task);
        expect(known).toHaveLength(1);
        return known ?? [];
      });
      expect(retries[0]).toMatchObject({
        tries: 1,
        code: 'speech_engine_crashed',
        message: 'It broke.',
      });
      const waitMs = Date.parse(retries[0]?.nextTryAt ?? '') - Date.now();
      expect(waitMs).toBeGreaterThan(10_000);
      expect(waitMs).toBeLessThanOrEqual(60_000);
      const asked = reader.read(task);
      expect(reader.read(task)).toBe(asked);
      await asked;
      expect(reader.read(task)).toBe(asked);
      await eventually(() => expect(reader.read(task)).not.toBe(asked), 2_000);
      expect((await reader.read({ ...task, state: 'completed' })).retries).toBeNull();
      expect((await reader.read({ ...task, workflowId: 'none' })).retries).toBeNull();
    });
  });
});
