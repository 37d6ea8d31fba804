import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { CancelledFailure } from '@temporalio/common';
import type { MockActivityEnvironment } from '@temporalio/testing';
import { eventually } from '../../../../test/support/eventually.ts';
import type { ClipRun } from '#contracts/workflows';
import { spoken } from '../scripted-engine.fixture.ts';
import { TestWorker } from '../worker.fixture.ts';

const INTERVAL_MS = 300;
/** Everything but intervals: the database needs its own timers. */
const REAL = [
  ...(['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask'] as const),
  ...(['setImmediate', 'clearImmediate', 'setTimeout', 'clearTimeout'] as const),
];
const NEVER = new Promise<never>(() => undefined);

describe('the heartbeats of an activity', () => {
  let worker: TestWorker;
  let run: ClipRun;
  let environment: MockActivityEnvironment;
  let heartbeats: unknown[];
  beforeAll(async () => {
    worker = await TestWorker.open();
  });
  beforeEach(async () => {
    worker.reset();
    run = await worker.plannedRun();
    environment = worker.environment();
    heartbeats = [];
    environment.on('heartbeat', (details: unknown) => heartbeats.push(details));
    jest.useFakeTimers({ doNotFake: REAL });
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => worker.close());

  const transcribe = (index = 0) =>
    environment.run(worker.activities.transcribeChunk, { ...run, index });

  /** Lets the time of heartbeats pass. */
  const pass = (intervals: number) => jest.advanceTimersByTime(intervals * INTERVAL_MS);
  /** Waits until the activity sends heartbeats. */
  const untilBeating = () =>
    eventually(() => {
      pass(1);
      expect(heartbeats.length).toBeGreaterThan(0);
    });

  /** Cancels an activity. @returns what it ended with */
  function cancel(activity: Promise<unknown>): Promise<unknown> {
    environment.cancel();
    return activity.catch((error: unknown) => error);
  }

  it('report the progress within the chunk, also while there are no new segments', async () => {
    worker.engine.hears = () => [spoken('one two', 10_000), spoken('three', 14_000)];
    const rest = Promise.withResolvers<undefined>();
    worker.engine.restOfDecoding = rest.promise;
    const decoding = transcribe(1);
    const latest = { done: 4090, total: 10_000, lastSegmentEndMs: 14_090 };
    await eventually(() => {
      pass(1);
      expect(heartbeats.at(-1)).toEqual(latest);
    });
    heartbeats.length = 0;
    pass(3);
    expect(heartbeats).toEqual([latest, latest, latest]);
    rest.resolve(undefined);
    await decoding;
  });

  it('continue while the engine loads its model', async () => {
    const loading = Promise.withResolvers<undefined>();
    worker.engine.loading = loading.promise;
    const decoding = transcribe();
    await untilBeating();
    expect(worker.engine.decoded).toEqual([]);
    loading.resolve(undefined);
    await decoding;
  });

  it('stop while the engine is unresponsive, and continue when it responds', async () => {
    const rest = Promise.withResolvers<undefined>();
    worker.engine.restOfDecoding = rest.promise;
    const decoding = transcribe();
    await eventually(() => expect(worker.engine.busy).toBe(1));
    await untilBeating();
    worker.engine.isResponsive = false;
    const counted = heartbeats.length;
    pass(3);
    expect(heartbeats).toHaveLength(counted);
    worker.engine.isResponsive = true;
    pass(1);
    expect(heartbeats).toHaveLength(counted + 1);
    rest.resolve(undefined);
    await decoding;
  });

  it('end with the activity, also when it fails', async () => {
    await transcribe();
    worker.engine.failure = new Error('it broke');
    await expect(transcribe(1)).rejects.toThrow();
    const counted = heartbeats.length;
    pass(3);
    expect(heartbeats).toHaveLength(counted);
  });

  it('let a cancelled activity stop its engine, and end', async () => {
    worker.engine.restOfDecoding = NEVER;
    const decoding = transcribe();
    await eventually(() => expect(worker.engine.busy).toBe(1));
    expect(await cancel(decoding)).toBeInstanceOf(CancelledFailure);
    expect(worker.engine.busy).toBe(0);
  });

  it('let an activity be cancelled while the engine loads its model', async () => {
    worker.engine.loading = NEVER;
    const decoding = transcribe();
    await untilBeating();
    expect(await cancel(decoding)).toBeInstanceOf(CancelledFailure);
  });

  it('do not discard a result that is ready when the activity is cancelled', async () => {
    worker.engine.hears = () => {
      environment.cancel();
      return [];
    };
    expect(await transcribe()).toEqual({ audioMs: 10_000, warnings: [] });
  });
});
