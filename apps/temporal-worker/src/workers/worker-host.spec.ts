import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NativeConnection, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { quietTemporal } from '../../../../test/support/quiet-temporal.ts';
import { startTemporal, type TestServer } from '../../../../test/support/servers.ts';
import type { WorkerFactory } from './worker-factory.port.ts';
import { WorkerHost } from './worker-host.ts';

describe('the workers of a process', () => {
  let server: TestServer;
  beforeAll(async () => {
    quietTemporal();
    server = await startTemporal();
  });
  afterAll(() => server.stop());

  it('do not run when one of them cannot be created, and the reason is reported', async () => {
    const connection = await NativeConnection.connect({ address: server.address });
    const reason = new Error('There is no handler for the task type summary.');
    const created: Worker[] = [];
    const speech: WorkerFactory = {
      role: 'speech',
      create: async () => {
        const activities = { anything: () => Promise.resolve() };
        const worker = await Worker.create({ connection, taskQueue: 'speech', activities });
        created.push(worker);
        return worker;
      },
    };
    const language: WorkerFactory = {
      role: 'language',
      create: () => {
        throw reason;
      },
    };
    const host = new WorkerHost([speech, language], pino({ level: 'silent' }));
    await expect(host.run(connection, () => undefined)).rejects.toBe(reason);
    expect(created.map((worker) => worker.getState())).toEqual(['INITIALIZED']);
    // Only a worker that has run releases the connection.
    for (const worker of created) await worker.runUntil(Promise.resolve());
    await connection.close();
  });
});
