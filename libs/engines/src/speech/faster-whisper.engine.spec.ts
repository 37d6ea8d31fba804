import { readFileSync } from 'node:fs';
import { wordErrorRate } from '../../../../test/support/word-error-rate.ts';
import { FasterWhisperEngine } from './faster-whisper.engine.ts';
import { audio, localWhisper } from '../../../../test/support/local-whisper.ts';
import { call, itKeepsTheSpeechEngineContract } from './testing/speech-engine.contract.ts';

const SPOKEN =
  'Please remember to water the plants in the kitchen, and to close the window before you leave the house.';
const SPOKEN_MS = 5_595;
const FORMATS = ['wav', 'mp3', 'm4a', 'aac', 'webm', 'flac', 'mp4']
  .map((extension) => `sentence.${extension}`)
  .concat('sentence-opus.ogg', 'sentence-vorbis.ogg');

const SENTENCES = (
  JSON.parse(readFileSync(audio('sentences/sentences.json'), 'utf8')) as {
    readonly file: string;
    readonly text: string;
  }[]
).slice(0, 10);

describe('FasterWhisperEngine', () => {
  const options = localWhisper();

  describe('as a SpeechEngine', () => {
    itKeepsTheSpeechEngineContract(() => ({
      engine: new FasterWhisperEngine(options),
      path: audio('without-pauses.ogg'),
      durationMs: 43_237,
    }));
  });

  describe('with real recordings', () => {
    const engine = new FasterWhisperEngine(options);
    afterAll(() => engine.close());

    const transcribe = async (path: string, decoding: 'standard' | 'careful' = 'standard') => {
      const request = { path, startMs: 0, endMs: SPOKEN_MS, language: null, decoding };
      const heard = await engine.transcribe(request, () => undefined, call());
      return heard.segments.map(({ text }) => text).join(' ');
    };

    it.each(FORMATS)('transcribes %s', async (name) => {
      const errors = wordErrorRate(SPOKEN, await transcribe(audio('formats', name)));
      expect(errors.rate).toBeLessThan(0.1);
    });

    // Uses several sentences, because int8 rounding differs between processors, and a single
    // different word must not fail the test.
    it('transcribes speech with careful decoding', async () => {
      const heard: string[] = [];
      for (const { file } of SENTENCES) {
        heard.push(await transcribe(audio('sentences', file), 'careful'));
      }
      const said = SENTENCES.map(({ text }) => text).join(' ');
      const errors = wordErrorRate(said, heard.join(' '));
      expect(errors.rate).toBeLessThan(0.1);
    });

    it('returns the time of each word', async () => {
      const path = audio('formats/sentence.wav');
      const request = { path, startMs: 0, endMs: SPOKEN_MS, language: 'en' } as const;
      const whole = await engine.transcribe({ ...request, decoding: 'standard' }, ignore, call());
      const words = whole.segments.flatMap((segment) => segment.words);
      const kitchen = words.find(({ text }) => text.startsWith('kitchen'));
      expect(kitchen?.startMs).toBeGreaterThan(1_700);
      expect(kitchen?.endMs).toBeLessThan(3_200);
    });

    it('returns no chunks and no segments for silence', async () => {
      const path = audio('faulty/silence.wav');
      const plan = { path, fromMs: 0, stretchMs: 60_000, chunkTargetMs: 28_000 };
      expect((await engine.plan(plan, call())).chunks).toEqual([]);
      const range = { path, startMs: 0, endMs: 10_000, language: 'en' } as const;
      const heard = await engine.transcribe({ ...range, decoding: 'standard' }, ignore, call());
      expect(heard.segments).toEqual([]);
    });

    it.each([
      ['text-renamed.wav', 'audio_unreadable'],
      ['garbage.mp3', 'audio_unreadable'],
      ['header-only.wav', 'audio_truncated'],
      ['truncated.m4a', 'audio_truncated'],
      ['video-without-sound.mp4', 'audio_missing'],
      ['zero-samples.wav', 'audio_empty'],
      ['no-such-file', 'clip_bytes_missing'],
    ])('rejects %s with %s and a message of one sentence', async (name, code) => {
      const refused = engine.probe(audio('faulty', name), call());
      await expect(refused).rejects.toMatchObject({
        name: 'AppError',
        code,
        retryable: false,
        message: expect.stringMatching(/^[A-Z][^\n]+\.$/),
      });
    });

    it('decodes several chunks concurrently in one process', async () => {
      const order: number[] = [];
      const decode = async (startMs: number) => {
        const path = audio('without-pauses.ogg');
        const request = { path, startMs, endMs: startMs + 10_000, language: 'en' } as const;
        await engine.transcribe({ ...request, decoding: 'standard' }, ignore, call());
        order.push(startMs);
      };
      const probed = engine.probe(audio('formats/sentence.wav'), call()).then(() => order.push(-1));
      await Promise.all([decode(0), decode(10_000), decode(20_000), probed]);
      expect(order).toHaveLength(4);
      expect(order[0]).toBe(-1);
    });

    it('stops decoding when cancelled, and continues to serve other calls', async () => {
      const pid = engine.processId;
      const aborted = new AbortController();
      const reason = new Error('cancelled');
      const path = audio('without-pauses.ogg');
      const request = { path, startMs: 0, endMs: 12_000, language: 'en' } as const;
      const onSegment = () => aborted.abort(reason);
      const standard = { ...request, decoding: 'standard' } as const;
      const cancelled = engine.transcribe(standard, onSegment, { signal: aborted.signal });
      await expect(cancelled).rejects.toBe(reason);
      await expect(engine.probe(path, call())).resolves.toMatchObject({ codec: 'opus' });
      expect(engine.processId).toBe(pid);
    });

    it('leaves no process when it is closed during decoding', async () => {
      const closing = new FasterWhisperEngine(options);
      await closing.fingerprint();
      const pid = closing.processId ?? 0;
      const path = audio('without-pauses.ogg');
      const request = { path, startMs: 0, endMs: 28_000, language: 'en' } as const;
      const decoding = closing.transcribe({ ...request, decoding: 'standard' }, ignore, call());
      const failed = expect(decoding).rejects.toMatchObject({ code: 'speech_engine_unavailable' });
      await closing.close();
      await failed;
      expect(() => process.kill(pid, 0)).toThrow();
    });
  });

  it('is unavailable when the folder contains no model', async () => {
    const engine = new FasterWhisperEngine({ ...options, modelFolder: audio() });
    await expect(engine.probe(audio('formats/sentence.wav'), call())).rejects.toMatchObject({
      code: 'speech_engine_unavailable',
      message: expect.stringMatching(/^There is no Whisper model in the folder /),
    });
    await engine.close();
  });
});

function ignore(): void {}
