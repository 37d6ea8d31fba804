import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ClipRun } from '#contracts/workflows';
import { AppError } from '#platform';
import { repositoriesOf } from '../repositories.fixture.ts';
import { patientWaitMs } from '../shared/engine-faults.ts';
import { TestWorker } from '../worker.fixture.ts';

let worker: TestWorker;
beforeAll(async () => {
  worker = await TestWorker.open();
});
beforeEach(() => {
  worker.reset();
  worker.engine.costly = true;
});
afterAll(() => worker.close());

const CHUNK_MS = 10_000;
const transcribe = (run: ClipRun, index: number) =>
  worker.run((all) => all.transcribeChunk({ ...run, index }));

const usedBy = ({ taskId }: ClipRun) => worker.repositories.tokenUse.ofTask(taskId);

describe('the minutes of a speech service', () => {
  it('are summed up by task and by day, with the cost at the prices', async () => {
    worker.beside = { ...worker.beside, minutePrices: { 'openai:scripted': '0.006' } };
    const run = await worker.plannedRun();
    for (const index of [0, 1]) await transcribe(run, index);
    expect(await usedBy(run)).toEqual([
      {
        ...{ model: 'openai:scripted', requests: 2, unreported: 0, unpriced: 0 },
        ...{ inputTokens: 0, outputTokens: 0, audioMs: 2 * CHUNK_MS, cost: '0.002' },
      },
    ]);
    const days = await worker.repositories.tokenUse.ofDays(1);
    expect(days.find(({ model }) => model === 'openai:scripted')).toMatchObject({
      audioMs: 2 * CHUNK_MS,
    });
  });

  it('count when the answer cannot be used, and not for a result that is stored', async () => {
    const run = await worker.plannedRun();
    worker.engine.failure = new AppError('speech_answer_invalid', 'It is empty.');
    await expect(transcribe(run, 0)).rejects.toMatchObject({ type: 'speech_answer_invalid' });
    worker.engine.failure = null;
    await transcribe(run, 0);
    await transcribe(run, 0);
    const [used] = await usedBy(run);
    expect(used).toMatchObject({ requests: 2, audioMs: 2 * CHUNK_MS, cost: null, unpriced: 2 });
  });

  it('are not noted of a model of this machine', async () => {
    worker.engine.costly = false;
    const run = await worker.plannedRun();
    await transcribe(run, 0);
    expect(await usedBy(run)).toEqual([]);
  });

  it('are asked for no more once the cost of the day is reached: the task waits until midnight', async () => {
    worker.beside = { ...worker.beside, minutePrices: { 'openai:scripted': '6' } };
    const run = await worker.plannedRun();
    await transcribe(run, 0);
    const unlimited = worker.repositories;
    worker.repositories = repositoriesOf(worker.database.db, { tokensPerDay: 1, costPerDay: '1' });
    const refused = transcribe(run, 1);
    await expect(refused).rejects.toMatchObject({
      type: 'language_limit_reached',
      nonRetryable: false,
      nextRetryDelay: expect.anything(),
    });
    worker.repositories = repositoriesOf(worker.database.db, { tokensPerDay: 1 });
    await transcribe(run, 1);
    worker.repositories = unlimited;
  });
});

describe('a speech service that is away', () => {
  it('is asked soon at first, then more rarely, so that its tries last half a day', () => {
    expect(patientWaitMs('speech_service_unavailable', 10)).toBeNull();
    expect(patientWaitMs('speech_service_unavailable', 11)).toBe(600_000);
    expect(patientWaitMs('speech_service_busy', 50)).toBe(600_000);
    expect(patientWaitMs('speech_engine_crashed', 50)).toBeNull();
    expect(patientWaitMs('language_engine_unavailable', 50)).toBeNull();
  });

  it('does not use up the tries of the engine', async () => {
    const run = await worker.plannedRun();
    worker.engine.failure = new AppError('speech_service_unavailable', 'It is away.');
    const twelfth = worker.run((all) => all.transcribeChunk({ ...run, index: 0 }), 12);
    await expect(twelfth).rejects.toMatchObject({ nonRetryable: false, nextRetryDelay: 600_000 });
    worker.engine.failure = new AppError('speech_service_refused', 'It refuses.');
    await expect(transcribe(run, 0)).rejects.toMatchObject({ nonRetryable: true });
  });
});
