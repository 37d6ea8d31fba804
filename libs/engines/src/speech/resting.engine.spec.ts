import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { InstantSpeechEngine } from './instant.engine.ts';
import { RestingSpeechEngine } from './resting.engine.ts';
import { call, itKeepsTheSpeechEngineContract } from './testing/speech-engine.contract.ts';

const IDLE_MS = 60_000;
const durationMs = 23_000;

/** Counts itself, and answers a call when the test says so. */
class CountedEngine extends InstantSpeechEngine {
  static made = 0;
  static closed = 0;
  static gate: Promise<unknown> = Promise.resolve();

  constructor() {
    super({ durationMs });
    CountedEngine.made += 1;
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
  const counts = () => [CountedEngine.made, CountedEngine.closed];

  itKeepsTheSpeechEngineContract(() => ({ engine: create(), path: 'any', durationMs }));

  describe('makes its engine when it is needed', () => {
    beforeEach(() => {
      jest.useFakeTimers();
      Object.assign(CountedEngine, { made: 0, closed: 0, gate: Promise.resolve() });
    });
    afterEach(() => {
      jest.useRealTimers();
    });

    it('and not before, once for all calls', async () => {
      const engine = create();
      expect(counts()).toEqual([0, 0]);
      await Promise.all([engine.fingerprint(), engine.probe('any', call())]);
      await engine.fingerprint();
      expect(counts()).toEqual([1, 0]);
    });

    it('and closes it when nobody has called for a while, to make it again at the next call', async () => {
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

    it('and never closes it while a call goes on', async () => {
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

    it('and also rests after a call that failed', async () => {
      const engine = create();
      const signal = AbortSignal.abort(new Error('nobody waits any more'));
      await expect(engine.probe('any', { signal })).rejects.toThrow('nobody waits');
      jest.advanceTimersByTime(IDLE_MS);
      expect(counts()).toEqual([1, 1]);
    });

    it('and never again once it is closed', async () => {
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
