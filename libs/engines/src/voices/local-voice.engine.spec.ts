import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, afterEach, beforeAll, afterAll } from '@jest/globals';
import { audio, localVoices } from '../../../../test/support/local-whisper.ts';
import { call } from '../speech/testing/speech-engine.contract.ts';
import { LocalVoiceEngine } from './local-voice.engine.ts';

const CLIP = audio('voices/allison-1.wav');
const CLIP_MS = 10_200;

describe('LocalVoiceEngine', () => {
  describe('with the real network', () => {
    let engine: LocalVoiceEngine;
    beforeAll(() => {
      engine = new LocalVoiceEngine(localVoices());
    });
    afterAll(() => engine.close());
    const heard = (startMs = 0) => engine.voices({ path: CLIP, startMs, endMs: CLIP_MS }, call());

    it('hears where there is speech, and an embedding for each window', async () => {
      const { regions, windows } = await heard();
      expect(regions.length).toBeGreaterThan(0);
      expect(windows.length).toBeGreaterThan(5);
      for (const { startMs, endMs, embedding } of windows) {
        expect(regions.some((region) => region.startMs <= startMs && endMs <= region.endMs)).toBe(
          true,
        );
        expect(embedding).toHaveLength(192);
        expect(embedding.every(Number.isFinite)).toBe(true);
      }
    });

    it('hears the same each time, under one fingerprint', async () => {
      expect(await heard()).toEqual(await heard());
      const other = new LocalVoiceEngine(localVoices());
      expect(await other.fingerprint()).toBe(await engine.fingerprint());
      await other.close();
      expect(await engine.fingerprint()).toMatch(/^voices:[0-9a-f]{32}$/);
    });

    it('counts times from the start of the recording', async () => {
      const { windows } = await heard(4_000);
      expect(Math.min(...windows.map(({ startMs }) => startMs))).toBeGreaterThanOrEqual(4_000);
    });

    it('refuses what is no recording, with the code of the speech process', async () => {
      const request = { path: audio('faulty/garbage.mp3'), startMs: 0, endMs: 1_000 };
      await expect(engine.voices(request, call())).rejects.toMatchObject({
        code: 'audio_unreadable',
      });
    });

    it('leaves the processors to others', async () => {
      await engine.fingerprint();
      expect(os.getPriority(engine.processId ?? 0)).toBeGreaterThan(os.getPriority());
    });
  });

  describe('as a supervised process', () => {
    const misbehaving = path.join(import.meta.dirname, '../speech/faster-whisper/misbehaving');
    const fake = (stallTimeoutMs = 60_000) =>
      new LocalVoiceEngine(localVoices({ speechFolder: misbehaving, stallTimeoutMs }));
    const ask = (name: string, signal = new AbortController().signal) =>
      engine.voices({ path: name, startMs: 0, endMs: 1_000 }, { signal });
    let engine: LocalVoiceEngine;
    afterEach(() => engine.close());

    it('fails the call when it crashes, and starts again with the next one', async () => {
      engine = fake();
      await expect(ask('crash')).rejects.toMatchObject({ code: 'speech_engine_crashed' });
      await expect(ask('any')).rejects.toMatchObject({ code: 'audio_missing' });
    });

    it('is killed when it makes no progress', async () => {
      engine = fake(400);
      await expect(ask('any')).rejects.toMatchObject({ code: 'audio_missing' });
      await expect(ask('hang')).rejects.toMatchObject({ code: 'speech_engine_stalled' });
      expect(engine.processId).toBeNull();
    });

    it('is killed within seconds when cancelled work does not stop', async () => {
      engine = fake();
      await expect(ask('any')).rejects.toMatchObject({ code: 'audio_missing' });
      const aborted = new AbortController();
      const hanging = ask('hang', aborted.signal);
      await new Promise((resolve) => setImmediate(resolve));
      aborted.abort(new Error('cancelled'));
      await expect(hanging).rejects.toThrow('cancelled');
      expect(engine.processId).toBeNull();
    });
  });

  it('is unavailable without its network', async () => {
    const engine = new LocalVoiceEngine(localVoices({ modelFile: '/no/such/network.onnx' }));
    await expect(engine.fingerprint()).rejects.toMatchObject({ code: 'speech_engine_unavailable' });
    await engine.close();
  });
});
