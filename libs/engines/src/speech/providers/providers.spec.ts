import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { SpeechProvider } from '#contracts/model';
import { AppError, loadConfig } from '#platform';
import { eventually } from '../../../../../test/support/eventually.ts';
import { audio, PYTHON } from '../../../../../test/support/local-whisper.ts';
import { SpeechStub } from '../../../../../test/support/speech-stub.ts';
import { ENGINES, speechDefinitions, speechEngineNames } from '../../definitions.ts';
import { createEngines } from '../../create-engines.ts';
import type { SpeechEngine, TranscribeRequest } from '../speech-engine.port.ts';
import { call } from '../testing/speech-engine.contract.ts';

const KEY = 'key-that-must-stay-secret';
const PATH = audio('without-pauses.ogg');
const RANGE: TranscribeRequest = {
  ...{ path: PATH, startMs: 10_000, endMs: 14_000, language: null, decoding: 'standard' },
};
const SAID = 'Alpha0 bravo1 charlie2 delta3 echo4 foxtrot5. Golf6 hotel7.';

let stub: SpeechStub;
beforeAll(async () => {
  stub = await SpeechStub.start();
});
beforeEach(() => stub.reset());
afterAll(() => stub.stop());

/** A provider, and how its protocol asks. */
interface Asked {
  readonly provider: SpeechProvider;
  /** Knows the times of words. */
  readonly model: string;
  /** Knows who speaks; `null` where none does. */
  readonly diarising: string | null;
  readonly settings: (url: string) => object;
  readonly authorization: string;
  /** What else is sent for a chunk in German that is heard carefully. */
  readonly fields: object;
  readonly speakers: readonly string[];
}

const OF_OPENAI = {
  ...{ language: 'de', temperature: '0.4', response_format: 'verbose_json' },
  'timestamp_granularities[]': 'word,segment',
};
const [AS_BEARER, BY_LETTER] = [`Bearer ${KEY}`, ['A', 'B']];

const PROVIDERS: readonly Asked[] = [
  {
    ...{ provider: 'openai-compatible', model: 'stub-1', diarising: 'stub-diarize' },
    settings: (url) => ({ AFTERWORD_SPEECH_BASE_URL: url, AFTERWORD_SPEECH_API_KEY: KEY }),
    ...{ authorization: AS_BEARER, fields: { model: 'stub-1', ...OF_OPENAI }, speakers: BY_LETTER },
  },
  {
    ...{ provider: 'openai', model: 'whisper-1', diarising: 'gpt-4o-transcribe-diarize' },
    settings: (url) => ({ AFTERWORD_OPENAI_BASE_URL: url, AFTERWORD_OPENAI_API_KEY: KEY }),
    authorization: AS_BEARER,
    ...{ fields: { model: 'whisper-1', ...OF_OPENAI }, speakers: BY_LETTER },
  },
  {
    ...{ provider: 'deepgram', model: 'nova-3', diarising: null },
    settings: (url) => ({ AFTERWORD_DEEPGRAM_BASE_URL: url, AFTERWORD_DEEPGRAM_API_KEY: KEY }),
    authorization: `Token ${KEY}`,
    fields: { model: 'nova-3', language: 'de', punctuate: 'true', filler_words: 'true' },
    speakers: [],
  },
  {
    ...{ provider: 'elevenlabs', model: 'scribe_v2', diarising: 'scribe_v1' },
    settings: (url) => ({ AFTERWORD_ELEVENLABS_BASE_URL: url, AFTERWORD_ELEVENLABS_API_KEY: KEY }),
    authorization: KEY,
    fields: {
      ...{ model_id: 'scribe_v2', language_code: 'de', timestamps_granularity: 'word' },
      ...{ tag_audio_events: 'false', diarize: 'true,true' },
    },
    speakers: ['speaker_0', 'speaker_1'],
  },
];

/** The engines that a worker with these settings has. */
async function enginesOf(model: string, others: string, settings: object) {
  const config = loadConfig(ENGINES, {
    AFTERWORD_SPEECH_PYTHON: PYTHON,
    AFTERWORD_SPEECH_MODEL: model,
    AFTERWORD_SPEECH_MODELS: others,
    AFTERWORD_SPEECH_TIMEOUT_MILLISECONDS: '2000',
    ...settings,
  });
  const names = speechEngineNames(ENGINES, config);
  const logger = pino({ level: 'silent' });
  return createEngines(speechDefinitions(ENGINES), names, { config, logger });
}

describe.each(PROVIDERS)('a model of $provider', (asked) => {
  const { provider, model, diarising, settings } = asked;
  const [name, other] = [`${provider}:${model}`, `${provider}:${diarising ?? 'other'}`];
  let engine: SpeechEngine;
  let speakers: SpeechEngine;
  beforeAll(async () => {
    const choice = await enginesOf(name, other, settings(stub.url));
    [engine, speakers] = [choice.choose(), choice.choose(other)];
  });
  afterAll(() => engine.close());

  const transcribe = (request: Partial<TranscribeRequest> = {}) =>
    engine.transcribe({ ...RANGE, ...request }, () => undefined, call());

  async function failure(): Promise<AppError> {
    const error: unknown = await transcribe().catch((reason: unknown) => reason);
    if (!(error instanceof AppError)) throw new Error(`Expected an AppError: ${inspect(error)}`);
    const inspected = inspect(error, { depth: Infinity, showHidden: true });
    for (const secret of [KEY, stub.url, 'alpha0']) expect(inspected).not.toContain(secret);
    return error;
  }

  it('is asked by its name, with the key, for the times of words, in the language', async () => {
    const { segments } = await transcribe({ language: 'de', decoding: 'careful' });
    expect(segments.map(({ text }) => text).join(' ')).toBe(SAID);
    expect(segments[0]?.words[1]).toMatchObject({ text: 'bravo1', startMs: 10_500 });
    expect(stub.requests).toMatchObject([
      {
        ...{ authorization: asked.authorization, fields: asked.fields },
        mediaType: 'audio/flac',
      },
    ]);
  });

  it('detects the language when none is given', async () => {
    expect(await transcribe()).toMatchObject({ language: 'en' });
    const [{ fields } = { fields: {} }] = stub.requests;
    expect(fields).not.toHaveProperty('language');
    expect(fields).not.toHaveProperty('language_code');
  });

  it('keeps who speaks, where it is told', async () => {
    const { segments } = await speakers.transcribe(RANGE, () => undefined, call());
    expect(segments.flatMap(({ speaker = [] }) => speaker)).toEqual(asked.speakers);
  });

  it.each([
    ['busy', { retryAfterSeconds: 0 }, 'speech_service_busy', true],
    ['failure', { status: 500 }, 'speech_service_unavailable', true],
    ['failure', { status: 401 }, 'speech_service_misconfigured', false],
    ['failure', { status: 400 }, 'speech_service_misconfigured', false],
    ['failure', { status: 400, code: 'content_filter' }, 'speech_service_refused', false],
    ['disconnect', {}, 'speech_service_unavailable', true],
    ['hang', {}, 'speech_service_stalled', true],
    ['hangInBody', {}, 'speech_service_stalled', true],
    ['errorInside', {}, 'speech_service_unavailable', true],
    ['errorInside', { code: 'rate_limit_exceeded' }, 'speech_service_busy', true],
    ['malformedJson', {}, 'speech_answer_invalid', true],
    ['answer', { answer: { hello: 'world' } }, 'speech_answer_invalid', true],
    ['raw', { body: '' }, 'speech_answer_invalid', true],
    ['raw', { body: '<html/>', contentType: 'text/html' }, 'speech_answer_invalid', true],
    ['veryLong', {}, 'speech_answer_invalid', true],
    ['endless', {}, 'speech_answer_invalid', true],
  ] as const)(
    'that answers with %s %j fails with %s',
    async (behaviour, options, code, retryable) => {
      stub.next(behaviour, options);
      expect(await failure()).toMatchObject({ code, retryable });
      expect(stub.requests).toHaveLength(1);
    },
  );

  it('is left at once when the call is cancelled', async () => {
    stub.next('hang');
    const cancelling = new AbortController();
    const { signal } = cancelling;
    const transcribing = engine.transcribe(RANGE, () => undefined, { signal });
    const rejected = expect(transcribing).rejects.toThrow('cancelled by the caller');
    await eventually(() => expect(stub.requests).toHaveLength(1));
    cancelling.abort(new Error('cancelled by the caller'));
    await rejected;
    await eventually(() => expect(stub.open).toBe(0));
  });

  it('that does not accept the key names the settings to check', async () => {
    stub.next('failure', { status: 403 });
    const { nextAction } = await failure();
    expect(nextAction).toMatch(/AFTERWORD_(SPEECH|OPENAI|DEEPGRAM|ELEVENLABS)_API_KEY/);
  });
});
