import { wordErrorRate } from '../../../../test/support/word-error-rate.ts';
import { audio, localWhisper } from '../../../../test/support/local-whisper.ts';
import type { SoundChoice } from '#contracts/model';
import { FasterWhisperEngine } from './faster-whisper.engine.ts';
import { call } from './testing/speech-engine.contract.ts';

const A = 'The harbor was quiet this morning, and the ferry left on time.';
const B = 'Please send the signed contract to Margaret before the end of the week.';
/** Two words of thirteen: compressed, the model mishears the name, also when it gets nothing else. */
const MOST_ERRORS = 0.16;
const DEFAULT: SoundChoice = { track: null, channel: null };

describe('recordings that are not as usual', () => {
  const engine = new FasterWhisperEngine(localWhisper());
  afterAll(() => engine.close());

  async function hear(name: string, sound = DEFAULT) {
    const path = audio('unusual', name);
    const probed = await engine.probe(path, call(), sound);
    const plan = await engine.plan(
      { path, sound, fromMs: 0, stretchMs: 120_000, chunkTargetMs: 28_000 },
      call(),
    );
    const ranges = plan.chunks.map(({ startMs, endMs }) => ({ startMs, endMs }));
    const texts: string[] = [];
    const otherLanguages: (string | null)[] = [];
    for (const range of ranges) {
      const request = { path, sound, ...range, language: 'en', decoding: 'standard' } as const;
      const heard = await engine.transcribe(request, () => undefined, call());
      texts.push(...heard.segments.map(({ text }) => text));
      otherLanguages.push(heard.otherLanguage);
    }
    return { probed, plan, text: texts.join(' '), otherLanguages };
  }

  it.each([
    ['04-two-ogg-chained.ogg', `${A} ${B}`],
    ['04-two-flac-joined.flac', `${A} ${B}`],
    ['04-two-wav-joined.wav', `${A} ${B}`],
    ['01-first-track-silent.mp4', A],
    ['01-two-tracks-two-speakers.mkv', A],
    ['14-iphone-apac-first-track.mp4', B],
    ['02-phase-inverted.wav', A],
    ['15-3-channels-speech-in-third.wav', A],
    ['03-size-2000000000-8k-8bit.wav', A],
    ['17-byte-rate-1-16k.wav', A],
    ['03-size-one-second-too-small.wav', A],
    ['08-one-nan-sample.wav', A],
    ['13-video-30s-audio-4s.mkv', A],
    ['07-program-stream.mpg', A],
    ['07-voice.ac3', A],
  ])('%s is heard to its end', async (name, said) => {
    const { plan, text, otherLanguages } = await hear(name);
    expect(wordErrorRate(said, text).rate).toBeLessThanOrEqual(MOST_ERRORS);
    expect(plan.truncated).toBe(false);
    expect(new Set(otherLanguages)).toEqual(new Set([null]));
  });

  it.each([
    ['01-two-tracks-two-speakers.mkv', { track: 2, channel: null }, B],
    ['01-two-tracks-two-speakers.mkv', { track: 'first', channel: null }, A],
    ['02-two-channels-at-once.mp3', { track: null, channel: 1 }, A],
    ['02-two-channels-at-once.mp3', { track: null, channel: 2 }, B],
  ] as const)('%s, %j, is heard apart', async (name, sound, said) => {
    const { text } = await hear(name, sound);
    expect(wordErrorRate(said, text).rate).toBeLessThanOrEqual(MOST_ERRORS);
  });

  it('tells that channels have hardly anything in common', async () => {
    const call = await hear('02-two-channels-at-once.mp3');
    expect(call.probed).toMatchObject({ channels: 2, channelsUnrelated: true });
  });

  it('suspects another language in German that it takes for English', async () => {
    expect((await hear('11-german.mp3')).otherLanguages).toEqual(['und']);
  });

  it('says what a recording lacks', async () => {
    const path = audio('unusual', '01-two-tracks-two-speakers.mkv');
    await expect(engine.probe(path, call(), { track: 3, channel: null })).rejects.toMatchObject({
      code: 'audio_track_missing',
      retryable: false,
    });
    await expect(engine.probe(path, call(), { track: 1, channel: 2 })).rejects.toMatchObject({
      code: 'audio_channel_missing',
      retryable: false,
    });
  });
});
