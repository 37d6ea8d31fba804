import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AudioUse, HeardSegment } from '#contracts/model';
import { findRepetition } from '#domain';
import { AppError } from '#platform';
import { eventually } from '../../../../test/support/eventually.ts';
import { freePorts } from '../../../../test/support/free-port.ts';
import { audio, localWhisper } from '../../../../test/support/local-whisper.ts';
import { SpeechStub } from '../../../../test/support/speech-stub.ts';
import type {
  SpeechBehaviourName,
  SpeechBehaviourOptions,
} from '../../../../test/support/speech-stub/speech-behaviours.ts';
import { RequestGate } from '../remote/pace/request-gate.ts';
import { LocalSound } from './local-sound.ts';
import { ServiceSpeechEngine, type ServiceEngineOptions } from './service.engine.ts';
import { OpenAiTranscriber } from './services/openai.transcriber.ts';
import { askedToWait } from './services/service-errors.ts';
import type { TranscribeRequest } from './speech-engine.port.ts';
import { call, itKeepsTheSpeechEngineContract } from './testing/speech-engine.contract.ts';

const KEY = 'key-that-must-stay-secret';
const MODEL = 'stub-1';
const LIMITS = { format: 'flac', maxBytes: 25 * 1024 * 1024, maxMs: null } as const;
const PATH = audio('without-pauses.ogg');
const DURATION_MS = 43_233;

let stub: SpeechStub;
let sound: LocalSound;
beforeAll(async () => {
  stub = await SpeechStub.start();
  sound = newSound();
});
beforeEach(() => stub.reset());
afterAll(async () => {
  await sound.close();
  await stub.stop();
});

function newSound(): LocalSound {
  return new LocalSound({ ...localWhisper(), slots: 2 });
}

interface Given extends Partial<ServiceEngineOptions> {
  readonly model?: string;
}

function newEngine({ model = MODEL, ...options }: Given = {}): ServiceSpeechEngine {
  const baseUrl = options.baseUrl ?? stub.url;
  const checks = ['AFTERWORD_SPEECH_BASE_URL'];
  return new ServiceSpeechEngine({
    ...{ name: `openai-compatible:${model}`, baseUrl, limits: LIMITS },
    ...{ timeoutMs: 20_000, maxRequests: 4, sound, gate: new RequestGate(4, askedToWait) },
    transcriber: async () => new OpenAiTranscriber({ baseUrl, model, apiKey: KEY, checks }),
    ...options,
  });
}

/** Four seconds in the middle of the recording. */
const RANGE: TranscribeRequest = {
  ...{ path: PATH, startMs: 10_000, endMs: 14_000, language: null, decoding: 'standard' },
};

const transcribe = (given: Given = {}, request: Partial<TranscribeRequest> = {}) =>
  newEngine(given).transcribe({ ...RANGE, ...request }, () => undefined, call());

/** What is heard when the service behaves so. */
async function heardWith(name: SpeechBehaviourName, options: SpeechBehaviourOptions = {}) {
  stub.next(name, options);
  return (await transcribe()).segments;
}

const textOf = (segments: readonly HeardSegment[]) => segments.map(({ text }) => text).join(' ');
const SAID = 'Alpha0 bravo1 charlie2 delta3 echo4 foxtrot5. Golf6 hotel7.';

/** The error of a call; asserts that it tells no secret. */
async function failureOf(asked: Promise<unknown>): Promise<AppError> {
  const error: unknown = await asked.catch((reason: unknown) => reason);
  if (!(error instanceof AppError)) throw new Error(`Expected an AppError: ${inspect(error)}`);
  const inspected = inspect(error, { depth: Infinity, showHidden: true });
  for (const secret of [KEY, stub.url, 'alpha0']) expect(inspected).not.toContain(secret);
  return error;
}

describe('a service that transcribes', () => {
  itKeepsTheSpeechEngineContract(() => ({
    engine: newEngine({ sound: newSound() }),
    path: PATH,
    durationMs: DURATION_MS,
  }));

  it('is sent the range as a small file, with the key, and asked for the times of words', async () => {
    await transcribe({}, { language: 'de' });
    expect(stub.requests).toHaveLength(1);
    expect(stub.requests[0]).toMatchObject({
      path: '/v1/audio/transcriptions',
      authorization: `Bearer ${KEY}`,
      fields: {
        ...{ model: MODEL, language: 'de', response_format: 'verbose_json' },
        'timestamp_granularities[]': 'word,segment',
      },
      ...{ mediaType: 'audio/flac', fileName: 'audio.flac', seconds: 4 },
    });
  });

  it.each(['flac', 'wav', 'opus', 'mp3'] as const)('takes %s', async (format) => {
    const heard = await transcribe({ limits: { ...LIMITS, format } });
    expect(textOf(heard.segments)).toContain('Alpha0 bravo1');
    expect(stub.requests[0]?.seconds).toBeCloseTo(4, 0);
  });

  it('is sent chunks that it accepts, by their length and by their size', async () => {
    const wanted = { path: PATH, fromMs: 0, stretchMs: 60_000, chunkTargetMs: 30_000 };
    const longest = async (limits: ServiceEngineOptions['limits']) => {
      const { chunks } = await newEngine({ limits }).plan(wanted, call());
      return Math.max(...chunks.map(({ startMs, endMs }) => endMs - startMs));
    };
    expect(await longest(LIMITS)).toBeGreaterThan(15_000);
    expect(await longest({ ...LIMITS, maxMs: 9_000 })).toBeLessThanOrEqual(9_000);
    const maxBytes = 200_000;
    expect(await longest({ ...LIMITS, maxBytes })).toBeLessThanOrEqual(6_000);
    await transcribe({ limits: { ...LIMITS, maxBytes } }, { startMs: 0, endMs: 5_800 });
    expect(stub.requests[0]?.bytes).toBeLessThanOrEqual(maxBytes);
  });

  it('is not sent a chunk that was cut under other limits and is too large', async () => {
    const asked = transcribe({ limits: { ...LIMITS, maxBytes: 1_000 } });
    expect(await failureOf(asked)).toMatchObject({
      code: 'speech_service_misconfigured',
      nextAction: expect.stringContaining('Retry'),
    });
    expect(stub.requests).toEqual([]);
  });

  it('has the same fingerprint at the same place only', async () => {
    const [here, there] = [newEngine(), newEngine({ baseUrl: 'http://other.example/v1' })];
    expect(await here.fingerprint()).not.toBe(await there.fingerprint());
    expect(await here.fingerprint()).toContain(`openai-compatible:${MODEL}:`);
  });

  it('says how much audio it has heard, also when the answer cannot be used, and not when it refused', async () => {
    const uses: AudioUse[] = [];
    const metered = { ...call(), heard: (use: AudioUse) => uses.push(use) };
    const engine = newEngine();
    stub.next('right').next('malformedJson').next('busy');
    for (let n = 0; n < 3; n += 1) {
      await engine.transcribe(RANGE, () => undefined, metered).catch(() => undefined);
    }
    const use = { model: `openai-compatible:${MODEL}`, audioMs: 4_000 };
    expect(uses).toEqual([use, use]);
  });
});

describe('what it has heard', () => {
  it('has the text with its punctuation, and the times of its words in the recording', async () => {
    const [first, second] = await heardWith('right');
    expect([first?.text, second?.text].join(' ')).toBe(SAID);
    expect(first).toMatchObject({
      startMs: 10_000,
      endMs: 12_900,
      confidence: expect.closeTo(0.9),
    });
    expect(first?.words[1]).toMatchObject({ text: 'bravo1', startMs: 10_500, endMs: 10_900 });
    expect(first?.words.at(-1)?.text).toBe('foxtrot5.');
  });

  it('keeps words within segments, with their probabilities', async () => {
    const [first] = await heardWith('nestedWords');
    expect(first?.words[2]).toMatchObject({ startMs: 11_000, endMs: 11_400, confidence: 0.9 });
  });

  it.each(['segmentsOnly', 'unorderedWords'] as const)(
    'shares the times of segments where those of words are missing or wrong: %s',
    async (behaviour) => {
      const segments = await heardWith(behaviour);
      expect(textOf(segments)).toBe(SAID);
      expect(segments.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
        [10_000, 12_900],
        [13_000, 13_900],
      ]);
      expectInOrder(segments);
    },
  );

  it.each(['plainText', 'textOnly', 'timesOutside', 'timesInMilliseconds'] as const)(
    'has a share of the range for each word where no time can be right: %s',
    async (behaviour) => {
      const segments = await heardWith(behaviour);
      expect(textOf(segments)).toBe(SAID);
      expect(segments).toHaveLength(2);
      expect([segments[0]?.startMs, segments[1]?.endMs]).toEqual([10_000, 14_000]);
      expectInOrder(segments);
    },
  );

  it('keeps who speaks, in segments of one speaker', async () => {
    const segments = await heardWith('diarised');
    expect(segments.map(({ speaker }) => speaker)).toEqual(['A', 'B']);
    const labels = ['B', 'B', 'A', 'A'];
    const words = labels.map((speaker, n) => ({ word: `w${n}`, start: n, end: n + 0.5, speaker }));
    const answer = { text: 'W0 w1, w2 w3.', words };
    const cut = await heardWith('answer', { answer });
    expect(cut.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['B', 'W0 w1,'],
      ['A', 'w2 w3.'],
    ]);
  });

  it('of a model that tells speakers apart is asked for them', async () => {
    const { segments } = await transcribe({ model: 'gpt-4o-transcribe-diarize' });
    expect(segments.map(({ speaker }) => speaker)).toEqual(['A', 'B']);
    expect(stub.requests[0]?.fields['chunking_strategy']).toBe('auto');
  });

  it('is asked for in a poorer format from a server that refuses the richer ones, which is remembered', async () => {
    const engine = newEngine();
    stub.always('refusesFormat');
    for (let n = 0; n < 2; n += 1) {
      const { segments } = await engine.transcribe(RANGE, () => undefined, call());
      expect(textOf(segments)).toBe(SAID);
    }
    expect(stub.requests.map(({ fields }) => fields['response_format'])).toEqual([
      ...['verbose_json', 'json', 'json'],
    ]);
  });

  it('is in the language that the service states, by code or by name', async () => {
    const languageOf = async (language: string, asked: string | null = null) => {
      stub.next('answer', { answer: { text: 'Guten Tag.', language } });
      const heard = await transcribe({}, { language: asked });
      return [heard.language, heard.otherLanguage];
    };
    expect(await languageOf('german')).toEqual(['de', null]);
    expect(await languageOf('deu')).toEqual(['de', null]);
    expect(await languageOf('pt-BR')).toEqual(['pt', null]);
    expect(await languageOf('Klingon')).toEqual(['und', null]);
    expect(await languageOf('german', 'en')).toEqual(['en', 'de']);
    expect(await languageOf('de', 'de')).toEqual(['de', null]);
  });

  it('shows a loop as such, and is asked for again with other settings', async () => {
    expect(findRepetition(await heardWith('loop'))).toMatchObject({ phraseLength: 4, times: 12 });
    stub.reset();
    await transcribe({}, { decoding: 'careful' });
    expect(stub.requests[0]?.fields['temperature']).toBe('0.4');
  });

  it('may be nothing, and has no segments for what Whisper takes for silence', async () => {
    expect(await heardWith('answer', { answer: { text: '' } })).toEqual([]);
    const silence = { start: 0, end: 4, no_speech_prob: 0.9, avg_logprob: -1.4 };
    const answer = { text: 'Thank you.', segments: [{ ...silence, text: 'Thank you.' }] };
    expect(await heardWith('answer', { answer })).toEqual([]);
  });

  it('has no markers of the decoder and nothing that a database refuses', async () => {
    const text = '<|startoftranscript|><|0.00|> It\u0000 is\ud800 here.<|4.00|>';
    const [segment] = await heardWith('answer', { answer: { text } });
    expect(segment?.text).toBe('It is\u{fffd} here.');
  });

  it('has words in scripts without spaces, and the text stays without', async () => {
    const text = '今日はとても良い天気です。散歩に行きましょう。';
    const segments = await heardWith('answer', { answer: { text } });
    expect(textOf(segments).replaceAll(' ', '')).toBe(text);
    expect(segments.every((each) => !each.text.includes(' '))).toBe(true);
    expect(segments.flatMap(({ words }) => words).length).toBeGreaterThan(5);
    expectInOrder(segments);
  });
});

describe('a service that misbehaves', () => {
  it.each([
    ['busy', { retryAfterSeconds: 7 }, 'speech_service_busy', { retryAfterMs: 7_000 }],
    ['failure', { status: 503, retryAfterSeconds: 2 }, 'speech_service_unavailable', {}],
    ['failure', { status: 529, code: 'overloaded_error' }, 'speech_service_busy', {}],
    ['failure', { status: 408 }, 'speech_service_unavailable', {}],
    ['disconnect', {}, 'speech_service_unavailable', {}],
    ['errorInside', {}, 'speech_service_unavailable', {}],
    ['errorInside', { code: 'rate_limit_exceeded' }, 'speech_service_busy', {}],
    ['malformedJson', {}, 'speech_answer_invalid', {}],
    ['answer', { answer: [1, 2] }, 'speech_answer_invalid', {}],
    ['answer', { answer: { hello: 'world' } }, 'speech_answer_invalid', {}],
    ['answer', { answer: { text: 5 } }, 'speech_answer_invalid', {}],
    [
      'raw',
      { body: '<html>Welcome</html>', contentType: 'text/html' },
      'speech_answer_invalid',
      {},
    ],
    ['raw', { body: '' }, 'speech_answer_invalid', {}],
    ['veryLong', {}, 'speech_answer_invalid', {}],
    ['endless', {}, 'speech_answer_invalid', {}],
    ['answer', { answer: { text: '\ud800'.repeat(50) } }, 'speech_answer_invalid', {}],
  ] as const)('by %s %j is asked again later: %s', async (name, options, code, details) => {
    stub.next(name, options);
    const error = await failureOf(transcribe());
    expect(error).toMatchObject({ code, retryable: true, details });
    expect(stub.requests).toHaveLength(1);
  });

  it.each([
    [{ status: 401 }, 'speech_service_misconfigured', /AFTERWORD_SPEECH_BASE_URL/],
    [{ status: 404 }, 'speech_service_misconfigured', /name of the model/],
    [{ status: 400 }, 'speech_service_misconfigured', /AFTERWORD_SPEECH_BASE_URL/],
    [{ status: 413 }, 'speech_service_misconfigured', /AFTERWORD_SPEECH_AUDIO_SECONDS/],
    [{ status: 307 }, 'speech_service_misconfigured', /AFTERWORD_SPEECH_BASE_URL/],
    [{ status: 400, code: 'content_filter' }, 'speech_service_refused', /another engine/],
  ] as const)('by %j is not asked again: %s', async (options, code, nextAction) => {
    stub.next('failure', options);
    const error = await failureOf(transcribe());
    expect(error).toMatchObject({ code, retryable: false });
    expect(error.nextAction).toMatch(nextAction);
    expect(stub.requests).toHaveLength(1);
  });

  it.each(['hang', 'hangInBody'] as const)(
    'by a %s is given up after the time limit',
    async (name) => {
      stub.next(name);
      const error = await failureOf(transcribe({ timeoutMs: 300 }));
      expect(error).toMatchObject({ code: 'speech_service_stalled', details: { timeoutMs: 300 } });
      await eventually(() => expect(stub.closedByClient).toBe(1));
    },
  );

  it('by refusing connections is unavailable, and the message has the error code', async () => {
    const [port = 0] = await freePorts(1);
    const error = await failureOf(transcribe({ baseUrl: `http://127.0.0.1:${port}/v1` }));
    expect(error.code).toBe('speech_service_unavailable');
    expect(error.message).toContain('ECONNREFUSED');
  });

  it.each(['hang', 'hangInBody', 'trickle'] as const)(
    'by a %s is left at once when the call is cancelled',
    async (name) => {
      stub.next(name);
      const cancelling = new AbortController();
      const asked = newEngine().transcribe(RANGE, () => undefined, { signal: cancelling.signal });
      const rejected = expect(asked).rejects.toThrow('cancelled by the caller');
      await eventually(() => expect(stub.requests).toHaveLength(1));
      cancelling.abort(new Error('cancelled by the caller'));
      await rejected;
      await eventually(() => expect(stub.open).toBe(0));
    },
  );

  it('gets no more requests at once than it can do', async () => {
    const gate = new RequestGate(2, askedToWait);
    const run = jest.spyOn(gate, 'run');
    const engine = newEngine({ gate });
    const allAsked = Promise.withResolvers<null>();
    stub.always('right', { after: allAsked.promise });
    const asked = Array.from({ length: 8 }, () =>
      engine.transcribe(RANGE, () => undefined, call()),
    );
    await eventually(() => {
      expect(run).toHaveBeenCalledTimes(8);
      expect(stub.open).toBeGreaterThanOrEqual(2);
    });
    allAsked.resolve(null);
    await Promise.all(asked);
    expect(stub.requests).toHaveLength(8);
    expect(stub.mostOpen).toBe(2);
  });

  it('by a long wait gets no request meanwhile', async () => {
    const engine = newEngine();
    stub.next('busy', { retryAfterSeconds: 30 });
    const ask = () => engine.transcribe(RANGE, () => undefined, call());
    await failureOf(ask());
    const second = await failureOf(ask());
    expect(second.code).toBe('speech_service_busy');
    expect(second.details['retryAfterMs']).toBeGreaterThan(20_000);
    expect(stub.requests).toHaveLength(1);
  });
});

function expectInOrder(segments: readonly HeardSegment[]): void {
  let lastMs = 0;
  for (const word of segments.flatMap(({ words }) => words)) {
    expect(word.startMs).toBeGreaterThanOrEqual(lastMs);
    expect(word.endMs).toBeGreaterThanOrEqual(word.startMs);
    lastMs = word.startMs;
  }
  expect(lastMs).toBeGreaterThan(0);
}
