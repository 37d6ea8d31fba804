import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { TestTemporal } from '../../../../test/support/test-temporal.ts';
import type { WorkerFactory } from './worker-factory.port.ts';
import { WorkerHost } from './worker-host.ts';

describe('the workers of a process', () => {
  let temporal: TestTemporal;
  beforeAll(async () => {
    temporal = await TestTemporal.open();
  });
  afterAll(() => temporal.close());

  it('do not run when one of them cannot be created, and the reason is reported', async () => {
    const reason = new Error('There is no handler for the task type summary.');
    const created: Worker[] = [];
    const speech: WorkerFactory = {
      role: 'speech',
      create: async () => {
        const activities = { anything: () => Promise.resolve() };
        const worker = await temporal.worker({ taskQueue: 'speech', activities });
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
    await expect(host.run(temporal.nativeConnection, () => undefined)).rejects.toBe(reason);
    expect(created.map((worker) => worker.getState())).toEqual(['INITIALIZED']);
    // Only a worker that has run releases the connection.
    for (const worker of created) await worker.runUntil(Promise.resolve());
  });
});
