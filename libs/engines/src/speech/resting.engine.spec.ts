import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { InstantSpeechEngine } from './instant.engine.ts';
import { RestingSpeechEngine } from './resting.engine.ts';
import { call, itKeepsTheSpeechEngineContract } from './testing/speech-engine.contract.ts';

const IDLE_MS = 60_000;
const durationMs = 23_000;

/** Counts created and closed instances; `gate` delays the answer of `fingerprint`. */
class CountedEngine extends InstantSpeechEngine {
  static created = 0;
  static closed = 0;
  static gate: Promise<unknown> = Promise.resolve();

  constructor() {
    super({ durationMs });
    CountedEngine.created += 1;
  }

  override async fingerprint(): Promise<string> {
    await CountedEngine.gate;
    return super.fingerprint();
  }

  override close(): Promise<void> {
    CountedEngine.closed += 1;
    return super.close();
  }
}

describe('RestingSpeechEngine', () => {
  const create = () => new RestingSpeechEngine(() => new CountedEngine(), IDLE_MS);
  const counts = () => [CountedEngine.created, CountedEngine.closed];

  itKeepsTheSpeechEngineContract(() => ({ engine: create(), path: 'any', durationMs }));

  describe('creates its engine on demand', () => {
    beforeEach(() => {
      jest.useFakeTimers();
      Object.assign(CountedEngine, { created: 0, closed: 0, gate: Promise.resolve() });
    });
    afterEach(() => {
      jest.useRealTimers();
    });

    it('with the first call, once for all calls', async () => {
      const engine = create();
      expect(counts()).toEqual([0, 0]);
      await Promise.all([engine.fingerprint(), engine.probe('any', call())]);
      await engine.fingerprint();
      expect(counts()).toEqual([1, 0]);
    });

    it('and closes it after the idle time; the next call creates it again', async () => {
      const engine = create();
      await engine.fingerprint();
      jest.advanceTimersByTime(IDLE_MS - 1);
      await engine.fingerprint();
      jest.advanceTimersByTime(IDLE_MS - 1);
      expect(counts()).toEqual([1, 0]);
      jest.advanceTimersByTime(1);
      expect(counts()).toEqual([1, 1]);
      await engine.fingerprint();
      expect(counts()).toEqual([2, 1]);
    });

    it('and does not close it during a call', async () => {
      const engine = create();
      const { promise, resolve } = Promise.withResolvers<undefined>();
      CountedEngine.gate = promise;
      const long = engine.fingerprint();
      await engine.probe('any', call());
      jest.advanceTimersByTime(10 * IDLE_MS);
      expect(counts()).toEqual([1, 0]);
      resolve(undefined);
      await long;
      jest.advanceTimersByTime(IDLE_MS);
      expect(counts()).toEqual([1, 1]);
    });

    it('and closes it after a failed call as well', async () => {
      const engine = create();
      const signal = AbortSignal.abort(new Error('cancelled by the caller'));
      await expect(engine.probe('any', { signal })).rejects.toThrow('cancelled by the caller');
      jest.advanceTimersByTime(IDLE_MS);
      expect(counts()).toEqual([1, 1]);
    });

    it('but not after it was closed', async () => {
      const engine = create();
      await engine.fingerprint();
      await engine.close();
      expect(counts()).toEqual([1, 1]);
      const late = engine.fingerprint();
      await expect(late).rejects.toMatchObject({ code: 'speech_engine_unavailable' });
      expect(counts()).toEqual([1, 1]);
    });
  });
});
