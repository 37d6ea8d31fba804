import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CancelledFailure } from '@temporalio/common';
import type { MockActivityEnvironment } from '@temporalio/testing';
import { eventually } from '../../../../test/support/eventually.ts';
import type { ClipRun } from '#contracts/workflows';
import { spoken } from '../scripted-engine.fixture.ts';
import { TestWorker } from '../worker.fixture.ts';

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
  });
  afterAll(() => worker.close());

  const transcribe = (index = 0) =>
    environment.run(worker.activities.transcribeChunk, { ...run, index });

  /** Cancels an activity. Returns how it ended, and after how long. */
  async function cancel(activity: Promise<unknown>) {
    const startedAt = Date.now();
    environment.cancel();
    const failure: unknown = await activity.catch((error: unknown) => error);
    return { failure, tookMs: Date.now() - startedAt };
  }

  it('report the progress within the chunk, also while there are no new segments', async () => {
    worker.engine.hears = () => [spoken('one two', 10_000), spoken('three', 14_000)];
    const rest = Promise.withResolvers<undefined>();
    worker.engine.restOfDecoding = rest.promise;
    const decoding = transcribe(1);
    await eventually(() => expect(heartbeats.length).toBeGreaterThan(1));
    const latest = { done: 4090, total: 10_000, lastSegmentEndMs: 14_090 };
    expect(heartbeats.slice(0, 2)).toEqual([latest, latest]);
    rest.resolve(undefined);
    await decoding;
  });

  it('continue while the engine loads its model', async () => {
    const loading = Promise.withResolvers<undefined>();
    worker.engine.loading = loading.promise;
    const decoding = transcribe();
    await eventually(() => expect(heartbeats.length).toBeGreaterThan(0));
    expect(worker.engine.decoded).toEqual([]);
    loading.resolve(undefined);
    await decoding;
  });

  it('stop while the engine is unresponsive, and continue when it responds', async () => {
    const rest = Promise.withResolvers<undefined>();
    worker.engine.restOfDecoding = rest.promise;
    const decoding = transcribe();
    await eventually(() => expect(heartbeats.length).toBeGreaterThan(0));
    worker.engine.isResponsive = false;
    const counted = heartbeats.length;
    const silentSince = Date.now();
    await eventually(() => expect(Date.now() - silentSince).toBeGreaterThan(2_500));
    expect(heartbeats).toHaveLength(counted);
    worker.engine.isResponsive = true;
    await eventually(() => expect(heartbeats.length).toBeGreaterThan(counted));
    rest.resolve(undefined);
    await decoding;
  });

  it('end with the activity, also when it fails', async () => {
    await transcribe();
    worker.engine.failure = new Error('it broke');
    await expect(transcribe(1)).rejects.toThrow();
    const counted = heartbeats.length;
    const ended = Date.now();
    await eventually(() => expect(Date.now() - ended).toBeGreaterThan(1500));
    expect(heartbeats).toHaveLength(counted);
  });

  it('let a cancelled activity stop its engine and end within two seconds', async () => {
    worker.engine.restOfDecoding = NEVER;
    const decoding = transcribe();
    await eventually(() => expect(worker.engine.busy).toBe(1));
    const { failure, tookMs } = await cancel(decoding);
    expect(failure).toBeInstanceOf(CancelledFailure);
    expect(tookMs).toBeLessThan(2000);
    expect(worker.engine.busy).toBe(0);
  });

  it('let an activity be cancelled while the engine loads its model', async () => {
    worker.engine.loading = NEVER;
    const decoding = transcribe();
    await eventually(() => expect(heartbeats.length).toBeGreaterThan(0));
    const { failure, tookMs } = await cancel(decoding);
    expect(failure).toBeInstanceOf(CancelledFailure);
    expect(tookMs).toBeLessThan(2000);
  });

  it('do not discard a result that is ready when the activity is cancelled', async () => {
    worker.engine.hears = () => {
      environment.cancel();
      return [];
    };
    expect(await transcribe()).toEqual({ audioMs: 10_000, warnings: [] });
  });
});
