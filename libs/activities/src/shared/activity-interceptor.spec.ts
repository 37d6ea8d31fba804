import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ActivityCancellationDetails,
  ApplicationFailure,
  CancelledFailure,
} from '@temporalio/common';
import { AppError } from '#platform';
import { ERROR_DEFINITIONS, isErrorCode, type ErrorCode } from '#contracts/model';
import type { ClipRun } from '#contracts/workflows';
import { TestWorker } from '../worker.fixture.ts';

describe('errors of activities', () => {
  let worker: TestWorker;
  let run: ClipRun;
  beforeAll(async () => {
    worker = await TestWorker.open();
  });
  beforeEach(async () => {
    worker.reset();
    run = await worker.plannedRun();
    worker.log.length = 0;
  });
  afterAll(() => worker.close());

  /** The failure of an activity as Temporal receives it. */
  async function failureOf(attempt = 1): Promise<ApplicationFailure> {
    const failure: unknown = await worker
      .run((all) => all.transcribeChunk({ ...run, index: 0 }), attempt)
      .catch((error: unknown) => error);
    if (failure instanceof ApplicationFailure) return failure;
    throw new Error(`expected a failure, not ${String(failure)}`);
  }

  const engineFails = (code: ErrorCode) => {
    worker.engine.failure = new AppError(code, 'What happened.', { details: { at: 1 } });
  };

  it('keep their code, message and details', async () => {
    engineFails('audio_unreadable');
    expect(await failureOf()).toMatchObject({
      type: 'audio_unreadable',
      message: 'What happened.',
      details: [{ at: 1 }],
    });
  });

  const final = Object.keys(ERROR_DEFINITIONS)
    .filter(isErrorCode)
    .filter((code) => !ERROR_DEFINITIONS[code].retryable);

  it.each(final)('are final when they are not retryable: %s', async (code) => {
    engineFails(code);
    expect(await failureOf()).toMatchObject({ type: code, nonRetryable: true });
  });

  it('are final for bad clips, refused content, wrong keys and wrong models', () => {
    expect(final).toEqual(
      expect.arrayContaining([
        'audio_unreadable',
        'clip_bytes_missing',
        'language_engine_refused',
        'language_engine_misconfigured',
      ]),
    );
  });

  it.each<ErrorCode>([
    'speech_engine_crashed',
    'speech_engine_stalled',
    'speech_engine_unavailable',
  ])('are final after five tries when the engine fails: %s', async (code) => {
    engineFails(code);
    const final: boolean[] = [];
    for (const attempt of [1, 2, 3, 4, 5])
      final.push((await failureOf(attempt)).nonRetryable ?? false);
    expect(final).toEqual([false, false, false, false, true]);
  });

  it('do not count tries that failed for another reason', async () => {
    engineFails('speech_engine_unavailable');
    const environment = worker.environment(50, { heartbeatDetails: { engineFaults: 3 } });
    const heartbeats: unknown[] = [];
    environment.on('heartbeat', (details: unknown) => heartbeats.push(details));
    const { transcribeChunk } = worker.activities;
    await expect(environment.run(transcribeChunk, { ...run, index: 0 })).rejects.toMatchObject({
      type: 'speech_engine_unavailable',
      nonRetryable: false,
    });
    expect(heartbeats.at(-1)).toEqual({ engineFaults: 4 });
  });

  it('are reported as internal, and retried, when they are unexpected', async () => {
    worker.engine.failure = new TypeError('undefined is not a function');
    const failure = await failureOf(50);
    expect(failure).toMatchObject({ type: 'internal', nonRetryable: false });
    expect(failure.message).not.toContain('undefined');
  });

  it('are logged with task, activity, attempt and code, unexpected ones with their cause', async () => {
    engineFails('audio_unreadable');
    await failureOf(3);
    worker.engine.failure = new TypeError('undefined is not a function');
    await failureOf();
    const lines = worker.log.map((line): unknown => JSON.parse(line));
    expect(lines).toMatchObject([
      { taskId: run.taskId, attempt: 3, code: 'audio_unreadable', level: 40 },
      { taskId: run.taskId, code: 'internal', level: 50, err: { type: 'TypeError' } },
    ]);
    expect(lines[0]).not.toHaveProperty('err');
  });

  it('do not replace a cancellation', async () => {
    const environment = worker.environment();
    worker.engine.hears = () => {
      environment.cancel('CANCELLED');
      return [];
    };
    worker.engine.restOfDecoding = new Promise(() => undefined);
    const { transcribeChunk } = worker.activities;
    const cancelled = environment.run(transcribeChunk, { ...run, index: 0 });
    await expect(cancelled).rejects.toBeInstanceOf(CancelledFailure);
    expect(worker.log).toEqual([]);
  });

  it('return the work when the worker stops, so that another worker takes it at once', async () => {
    const environment = worker.environment(50);
    worker.engine.hears = () => {
      const details = new ActivityCancellationDetails({ workerShutdown: true });
      environment.cancel('WORKER_SHUTDOWN', details);
      return [];
    };
    worker.engine.restOfDecoding = new Promise(() => undefined);
    const { transcribeChunk } = worker.activities;
    await expect(environment.run(transcribeChunk, { ...run, index: 0 })).rejects.toMatchObject({
      type: 'worker_stopping',
      nonRetryable: false,
      nextRetryDelay: 100,
    });
  });
});

describe('a database that becomes unavailable while the engine works', () => {
  it('is reported, and the activity is retried without limit', async () => {
    const { worker, stopServer } = await TestWorker.openWithServer();
    const run = await worker.plannedRun();
    worker.engine.hears = () => {
      worker.engine.restOfDecoding = stopServer();
      return [];
    };
    const failed = worker.run((all) => all.transcribeChunk({ ...run, index: 0 }), 50);
    await expect(failed).rejects.toMatchObject({
      type: 'database_unavailable',
      message: 'The database cannot be reached',
      nonRetryable: false,
    });
    await worker.close();
  });
});
