import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ActivityCancellationDetails } from '@temporalio/common';
import type { ErrorCode } from '#contracts/model';
import type { ClipRun } from '#contracts/workflows';
import { AppError } from '#platform';
import { TestWorker } from '../worker.fixture.ts';

/** A retry policy as Temporal passes it to an activity. */
const RETRY_POLICY = { initialInterval: 1_000, backoffCoefficient: 2, maximumInterval: 60_000 };
const BUSY = 'language_engine_busy' satisfies ErrorCode;

describe('a failing step of a task', () => {
  let worker: TestWorker;
  let run: ClipRun;
  beforeAll(async () => {
    worker = await TestWorker.open();
  });
  beforeEach(async () => {
    worker.reset();
    run = await worker.plannedRun();
  });
  afterAll(() => worker.close());

  /** Runs one try of a step, as Temporal would. */
  const attempt = (number: number, activityId = 'step', retryPolicy: object = RETRY_POLICY) =>
    worker
      .environment(number, { activityId, retryPolicy })
      .run(worker.activities.transcribeChunk, { ...run, index: 0 });

  const fails = (code: ErrorCode, details = {}) => {
    worker.engine.failure = new AppError(code, 'What happened.', { details });
  };
  const stored = async () => (await worker.task(run)).retry;
  const waitMs = async () => Date.parse((await stored())?.['step']?.nextTryAt ?? '') - Date.now();

  it('shows the number of tries, the error, and the time of the next try', async () => {
    fails('speech_engine_crashed');
    const { version } = await worker.task(run);
    await expect(attempt(3)).rejects.toThrow('What happened.');
    const expected = { tries: 3, code: 'speech_engine_crashed', message: 'What happened.' };
    expect(await stored()).toMatchObject({ step: expected });
    // The third interval of its retry class.
    expect(await waitMs()).toBeGreaterThan(2_500);
    expect(await waitMs()).toBeLessThanOrEqual(4_000);
    expect((await worker.task(run)).version).toBeGreaterThan(version);
  });

  it('is retried at the time that the engine names', async () => {
    fails(BUSY, { retryAfterMs: 30_000 });
    await expect(attempt(1)).rejects.toMatchObject({ nextRetryDelay: 30_000 });
    expect(await waitMs()).toBeGreaterThan(28_000);
    expect(await waitMs()).toBeLessThanOrEqual(30_000);
  });

  it('is cleared once it succeeds; other steps are not', async () => {
    fails('speech_engine_crashed');
    await expect(attempt(1, 'step')).rejects.toThrow();
    await expect(attempt(1, 'other')).rejects.toThrow();
    worker.engine.failure = null;
    await attempt(2, 'step');
    expect(Object.keys((await stored()) ?? {})).toEqual(['other']);
    await attempt(2, 'other');
    expect(await stored()).toBeNull();
  });

  it('shows a lost worker when the end of an earlier try was not recorded', async () => {
    let during: unknown;
    worker.engine.hears = () => {
      worker.engine.restOfDecoding = stored().then((retry) => (during = retry));
      return [];
    };
    await attempt(2);
    expect(during).toMatchObject({ step: { tries: 1, code: 'worker_lost' } });
  });

  it('keeps the error of the last try during the next', async () => {
    fails('speech_engine_crashed');
    await expect(attempt(1)).rejects.toThrow();
    let during: unknown;
    worker.engine.failure = null;
    worker.engine.hears = () => {
      worker.engine.restOfDecoding = stored().then((retry) => (during = retry));
      return [];
    };
    await attempt(2);
    expect(during).toMatchObject({ step: { tries: 1, code: 'speech_engine_crashed' } });
  });

  it('is not shown when it is not retried', async () => {
    fails('audio_unreadable');
    await expect(attempt(1)).rejects.toMatchObject({ nonRetryable: true });
    fails('speech_engine_crashed');
    await expect(attempt(1, 'step', { maximumAttempts: 1 })).rejects.toThrow();
    expect(await stored()).toBeNull();
  });

  it('is recorded as returned when its worker stops, so that the worker does not count as lost', async () => {
    const environment = worker.environment(1, { activityId: 'step', retryPolicy: RETRY_POLICY });
    worker.engine.hears = () => {
      const details = new ActivityCancellationDetails({ workerShutdown: true });
      environment.cancel('WORKER_SHUTDOWN', details);
      return [];
    };
    worker.engine.restOfDecoding = new Promise(() => undefined);
    const returned = environment.run(worker.activities.transcribeChunk, { ...run, index: 0 });
    await expect(returned).rejects.toMatchObject({ type: 'worker_stopping' });
    expect(await stored()).toMatchObject({ step: { tries: 1, code: 'worker_stopping' } });
  });

  it('is cleared when its task is asked to end, and when it has ended', async () => {
    fails('speech_engine_crashed');
    await expect(attempt(1)).rejects.toThrow();
    await worker.repositories.tasks.requestCancel(run.taskId);
    expect(await stored()).toBeNull();
    await expect(attempt(2)).rejects.toThrow();
    expect(await stored()).toBeNull();
    await worker.repositories.tasks.end(run, { state: 'cancelled' });
    await expect(attempt(3)).rejects.toThrow();
    expect(await stored()).toBeNull();
  });

  it('is not shown in a later run of its task', async () => {
    await worker.repositories.tasks.requestCancel(run.taskId);
    await worker.repositories.tasks.end(run, { state: 'cancelled' });
    await worker.repositories.tasks.retry(run.taskId);
    fails('speech_engine_crashed');
    await expect(attempt(1)).rejects.toThrow();
    expect(await stored()).toBeNull();
  });
});

describe('a step that fails while the database is unavailable', () => {
  it('fails without delay, and with its own error', async () => {
    const { worker, stopServer } = await TestWorker.openWithServer();
    const run = await worker.plannedRun();
    worker.engine.hears = () => {
      worker.engine.restOfDecoding = stopServer().then(() => {
        throw new AppError('speech_engine_crashed', 'What happened.');
      });
      return [];
    };
    const started = Date.now();
    const failed = worker.run((all) => all.transcribeChunk({ ...run, index: 0 }));
    await expect(failed).rejects.toMatchObject({
      type: expect.stringMatching(/speech_|database_/),
    });
    expect(Date.now() - started).toBeLessThan(10_000);
    expect(worker.log.join('')).toContain('the retry of a step could not be stored');
    await worker.close();
  });
});
