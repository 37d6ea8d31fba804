import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NativeConnection, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import type { TaskQueue } from '#contracts/model';
import { eventually } from '../../../../test/support/eventually.ts';
import { workflowBundle } from '../../../../test/support/shared-servers.ts';
import { TestTemporal } from '../../../../test/support/test-temporal.ts';
import type { WorkerFactory } from './worker-factory.port.ts';
import { WorkerHost } from './worker-host.ts';

describe('the workers of a process', () => {
  let temporal: TestTemporal;
  let created: Worker[];
  let log: string[];
  const closed: TaskQueue[] = [];
  beforeAll(async () => {
    temporal = await TestTemporal.open();
  });
  beforeEach(() => {
    [created, log] = [[], []];
    closed.length = 0;
  });
  afterAll(() => temporal.close());

  const factory = (role: TaskQueue, more: Partial<WorkerFactory> = {}): WorkerFactory => ({
    role,
    create: async () => {
      const activities = { removeExpired: () => Promise.resolve({ done: 7 }) };
      const worker = await temporal.worker({ taskQueue: role, activities });
      created.push(worker);
      return worker;
    },
    close: () => Promise.resolve(void closed.push(role)),
    ...more,
  });
  const createdAfter = (opened: Promise<unknown>): WorkerFactory => {
    const language = factory('language');
    const create = async (connection: NativeConnection) => {
      await opened;
      return language.create(connection);
    };
    return { ...language, create };
  };
  const hostOf = (...factories: WorkerFactory[]) =>
    new WorkerHost(factories, pino({}, { write: (line) => log.push(line) }));
  const states = () => created.map((worker) => worker.getState());

  it('take work before the slowest of them is created, and are ready after it', async () => {
    const gate = Promise.withResolvers<null>();
    const host = hostOf(createdAfter(gate.promise), factory('speech'));
    let ready = 0;
    const running = host.run(temporal.nativeConnection, () => (ready += 1));
    await eventually(() => expect(states()).toEqual(['RUNNING']));
    expect(ready).toBe(0);
    gate.resolve(null);
    await eventually(() => expect(ready).toBe(1));
    expect(states()).toEqual(['RUNNING', 'RUNNING']);
    host.stop();
    await running;
  });

  it('stop when one of them cannot be created, and the reason is reported', async () => {
    const reason = new Error('There is no handler for the task type summary.');
    const language = factory('language', {
      create: () => {
        throw reason;
      },
    });
    const host = hostOf(factory('speech'), language);
    let ready = 0;
    await expect(host.run(temporal.nativeConnection, () => (ready += 1))).rejects.toBe(reason);
    expect(states()).toEqual(['STOPPED']);
    expect(ready).toBe(0);
    expect(closed).toEqual(['speech', 'language']);
  });

  it('end when they are stopped while one of them is created', async () => {
    const gate = Promise.withResolvers<null>();
    const host = hostOf(createdAfter(gate.promise), factory('speech'));
    const running = host.run(temporal.nativeConnection, () => undefined);
    await eventually(() => expect(states()).toEqual(['RUNNING']));
    host.stop();
    gate.resolve(null);
    await running;
    expect(states()).toEqual(['STOPPED', 'STOPPED']);
  });

  it('take work of all roles, and release their resources when they have stopped', async () => {
    const orchestration = factory('orchestration', {
      create: async () => {
        const bundle = { workflowBundle: await workflowBundle() };
        const worker = await temporal.worker({ taskQueue: 'orchestration', ...bundle });
        created.push(worker);
        return worker;
      },
    });
    const host = hostOf(orchestration, factory('maintenance'));
    let ready = 0;
    const running = host.run(temporal.nativeConnection, () => (ready += 1));
    await eventually(() => expect(ready).toBe(1));
    const outcome: unknown = await temporal.client.workflow.execute('housekeeping', {
      workflowId: 'housekeeping-of-two-roles',
      taskQueue: 'orchestration',
    });
    expect(outcome).toEqual({ done: 7 });
    expect(closed).toEqual([]);
    host.stop();
    host.stop();
    await running;
    expect(states()).toEqual(['STOPPED', 'STOPPED']);
    expect([...closed].sort()).toEqual(['maintenance', 'orchestration']);
    expect(ready).toBe(1);
  });

  it('are ready only once the steps after the first poll are done', async () => {
    const gate = Promise.withResolvers<undefined>();
    const steps: string[] = [];
    const onPolling = async () => {
      await gate.promise;
      steps.push('polled');
    };
    const host = hostOf(factory('speech', { onPolling }), factory('language'));
    const running = host.run(temporal.nativeConnection, () => steps.push('ready'));
    await eventually(() => expect(states()).toEqual(['RUNNING', 'RUNNING']));
    expect(steps).toEqual([]);
    gate.resolve(undefined);
    await eventually(() => expect(steps).toEqual(['polled', 'ready']));
    host.stop();
    await running;
  });

  it('are never ready when such a step fails, and keep working', async () => {
    const steps: string[] = [];
    const onPolling = () => Promise.reject(new Error('no schedules'));
    const host = hostOf(factory('maintenance', { onPolling }));
    const running = host.run(temporal.nativeConnection, () => steps.push('ready'));
    await eventually(() => expect(log.join('')).toContain('no schedules'));
    expect(states()).toEqual(['RUNNING']);
    host.stop();
    await running;
    expect(steps).toEqual([]);
  });

  it('stop at once when they are asked to while they start, and are never ready', async () => {
    const steps: string[] = [];
    const onPolling = (_connection: unknown, signal: AbortSignal) =>
      new Promise<void>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('stopped')));
        steps.push('polling');
      });
    const host = hostOf(factory('maintenance', { onPolling }));
    const running = host.run(temporal.nativeConnection, () => steps.push('ready'));
    await eventually(() => expect(steps).toEqual(['polling']));
    host.stop();
    await running;
    expect(steps).toEqual(['polling']);
    expect(log.join('')).not.toContain('cannot become ready');
    expect(closed).toEqual(['maintenance']);
  });
});
