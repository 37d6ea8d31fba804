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

/** A provider, a model of it that knows the times of words and one that knows who speaks, and its settings. */
const PROVIDERS: readonly (readonly [SpeechProvider, string, string, (url: string) => object])[] = [
  [
    ...(['openai-compatible', 'stub-1', 'stub-diarize'] as const),
    (url) => ({ AFTERWORD_SPEECH_BASE_URL: url, AFTERWORD_SPEECH_API_KEY: KEY }),
  ],
  [
    ...(['openai', 'whisper-1', 'gpt-4o-transcribe-diarize'] as const),
    (url) => ({ AFTERWORD_OPENAI_BASE_URL: url, AFTERWORD_OPENAI_API_KEY: KEY }),
  ],
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

describe.each(PROVIDERS)('a model of %s', (provider, model, diarising, settings) => {
  const [name, other] = [`${provider}:${model}`, `${provider}:${diarising}`];
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
        authorization: `Bearer ${KEY}`,
        fields: {
          ...{ model, language: 'de', temperature: '0.4', response_format: 'verbose_json' },
          'timestamp_granularities[]': 'word,segment',
        },
        mediaType: 'audio/flac',
      },
    ]);
  });

  it('keeps who speaks', async () => {
    const { segments } = await speakers.transcribe(RANGE, () => undefined, call());
    expect(segments.map(({ speaker }) => speaker)).toEqual(['A', 'B']);
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
    const asked = engine.transcribe(RANGE, () => undefined, { signal });
    const rejected = expect(asked).rejects.toThrow('cancelled by the caller');
    await eventually(() => expect(stub.requests).toHaveLength(1));
    cancelling.abort(new Error('cancelled by the caller'));
    await rejected;
    await eventually(() => expect(stub.open).toBe(0));
  });

  it('that does not accept the key names the settings to check', async () => {
    stub.next('failure', { status: 403 });
    const { nextAction } = await failure();
    expect(nextAction).toMatch(/AFTERWORD_(SPEECH|OPENAI)_API_KEY/);
  });
});
