import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ClipRun } from '#contracts/workflows';
import { AppError } from '#platform';
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

const transcribe = (run: ClipRun, index: number) =>
  worker.run((all) => all.transcribeChunk({ ...run, index }));
const codes = async () => {
  const failures = await worker.repositories.engineFailures.all();
  return failures.map(({ code }) => code);
};
const wrongKey = () =>
  new AppError('speech_service_misconfigured', 'It does not accept the request (HTTP 401).');

describe('a speech service that fails', () => {
  it('is known to fail until it answers, and is asked for nothing that it has answered', async () => {
    const run = await worker.plannedRun();
    await transcribe(run, 0);
    worker.engine.failure = wrongKey();
    const failed = transcribe(run, 1);
    await expect(failed).rejects.toMatchObject({ type: 'speech_service_misconfigured' });
    expect(await codes()).toEqual(['speech_service_misconfigured']);

    // The operator has mended the key.
    worker.engine.failure = null;
    await transcribe(run, 0);
    // What was stored says nothing of the service.
    expect(await codes()).toEqual(['speech_service_misconfigured']);
    await transcribe(run, 1);
    expect(worker.engine.decoded.map(({ startMs }) => startMs)).toEqual([0, 10_000]);
    expect(await codes()).toEqual([]);
  });

  it('has the failure that came last', async () => {
    const run = await worker.plannedRun();
    for (const code of ['speech_service_unavailable', 'speech_service_stalled'] as const) {
      worker.engine.failure = new AppError(code, 'It does not answer.');
      await expect(transcribe(run, 0)).rejects.toMatchObject({ type: code });
    }
    expect(await codes()).toEqual(['speech_service_stalled']);
    worker.engine.failure = null;
    await transcribe(run, 0);
  });

  it.each(['speech_service_busy', 'speech_service_refused', 'audio_unreadable'] as const)(
    'is none of those that say %s',
    async (code) => {
      const run = await worker.plannedRun();
      worker.engine.failure = new AppError(code, 'Not now.');
      await expect(transcribe(run, 0)).rejects.toMatchObject({ type: code });
      expect(await codes()).toEqual([]);
    },
  );

  it('is none of this machine', async () => {
    worker.engine.costly = false;
    const run = await worker.plannedRun();
    worker.engine.failure = new AppError('speech_engine_crashed', 'It ended.');
    await expect(transcribe(run, 0)).rejects.toMatchObject({ type: 'speech_engine_crashed' });
    expect(await codes()).toEqual([]);
  });
});
