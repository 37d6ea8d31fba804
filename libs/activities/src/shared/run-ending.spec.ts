import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ActivityCancellationDetails,
  ApplicationFailure,
  CancelledFailure,
} from '@temporalio/common';
import { END_RECORDED, type SoleActivityRun } from '#contracts/workflows';
import { AppError } from '#platform';
import { TestWorker } from '../worker.fixture.ts';

describe('the end of a run whose only activity does not complete', () => {
  let worker: TestWorker;
  let run: SoleActivityRun;
  beforeAll(async () => {
    worker = await TestWorker.open();
  });
  beforeEach(async () => {
    worker.reset();
    const { runs } = await worker.newConversation({ speaker: 'Ada', text: 'Hello there, Tom.' });
    run = { taskId: '', attempt: 1, ...runs.get('correction'), endsIn: 'correct' };
  });
  afterAll(() => worker.close());

  const fails = (error: Error) => {
    worker.language.before = () => Promise.reject(error);
  };
  const REFUSED = new AppError('language_engine_refused', 'The model refused.', {
    details: { at: 1 },
  });
  const failureOf = (given: SoleActivityRun, attempt = 1): Promise<unknown> =>
    worker.run((all) => all.correctSegments(given), attempt).catch((error: unknown) => error);
  const detailsOf = (failure: unknown) =>
    failure instanceof ApplicationFailure || failure instanceof CancelledFailure
      ? failure.details
      : undefined;

  it('is recorded by a failure that is final, which says so', async () => {
    fails(REFUSED);
    const failure = await failureOf(run);
    expect(failure).toMatchObject({ type: 'language_engine_refused', nonRetryable: true });
    expect(detailsOf(failure)).toEqual([{ at: 1 }, END_RECORDED]);
    expect(await worker.task(run)).toMatchObject({
      state: 'failed',
      error: { code: 'language_engine_refused', stage: 'correct', message: 'The model refused.' },
    });
  });

  it('is recorded with the names that people gave, which its history and log do not have', async () => {
    const message = 'Therapy with Ada.srt cannot be read.';
    fails(new AppError('import_archive_invalid', message, { confidential: true }));
    worker.log.length = 0;
    const failure = await failureOf(run);
    expect(await worker.task(run)).toMatchObject({ state: 'failed', error: { message } });
    expect(detailsOf(failure)).toContain(END_RECORDED);
    expect(`${inspect(failure)}${worker.log.join('')}`).not.toContain('Therapy');
  });

  it('is not recorded by a failure that is tried again, until the last try', async () => {
    fails(new AppError('language_answer_invalid', 'It is no JSON.'));
    expect(detailsOf(await failureOf(run, 4))).not.toContain(END_RECORDED);
    expect(await worker.task(run)).toMatchObject({ state: 'running', error: null });
    expect(detailsOf(await failureOf(run, 5))).toContain(END_RECORDED);
    expect(await worker.task(run)).toMatchObject({ state: 'failed' });
  });

  it('is left to the workflow when other activities of the run may be running', async () => {
    fails(REFUSED);
    const { taskId, attempt } = run;
    expect(detailsOf(await failureOf({ taskId, attempt }))).not.toContain(END_RECORDED);
    expect(await worker.task(run)).toMatchObject({ state: 'running' });
  });

  it.each([
    ['is recorded by a cancellation that a person has asked for', { cancelRequested: true }, true],
    ['is not recorded when the worker stops', { workerShutdown: true }, false],
    ['is not recorded when the run is gone', { notFound: true }, false],
  ])('%s', async (_what, details, recorded) => {
    const environment = worker.environment();
    worker.language.before = (_operation, _about, { signal }) => {
      const aborted = new Promise<never>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
      });
      environment.cancel('CANCELLED', new ActivityCancellationDetails(details));
      return aborted;
    };
    const { correctSegments } = worker.activities;
    const failure: unknown = await environment
      .run(correctSegments, run)
      .catch((error: unknown) => error);
    expect(detailsOf(failure)?.includes(END_RECORDED) ?? false).toBe(recorded);
    expect((await worker.task(run)).state).toBe(recorded ? 'cancelled' : 'running');
  });
});
