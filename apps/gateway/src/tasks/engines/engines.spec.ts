import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enginesSchema, type Engines } from '#contracts/api';
import { EngineFailuresRepository } from '#store';
import { freePorts } from '../../../../../test/support/free-port.ts';
import {
  startGateway,
  useGateway,
  type GatewayOptions,
} from '../../../../../test/support/gateway.ts';
import { LanguageStub } from '../../../../../test/support/language-stub.ts';

let ollama: LanguageStub;
beforeAll(async () => {
  ollama = await LanguageStub.start();
  ollama.ollamaModels = ['llama3.1:8b', 'qwen3'];
});
afterAll(() => ollama.stop());

/** What a gateway with these settings says of the language engines. */
const languageOf = async (settings: NonNullable<GatewayOptions['settings']>) =>
  (await enginesOf(settings)).language;

/** What a gateway with these settings says. */
async function enginesOf(settings: NonNullable<GatewayOptions['settings']>): Promise<Engines> {
  const gateway = await startGateway({ settings });
  try {
    const response = await fetch(`${gateway.url}/engines`);
    return enginesSchema.parse(await response.json());
  } finally {
    await gateway.stop();
  }
}

describe('GET /engines', () => {
  it('says which engine each task type uses, and which others tasks may request', async () => {
    const language = await languageOf({
      AFTERWORD_SUMMARY_ENGINE: 'anthropic:claude-sonnet-4-5',
      AFTERWORD_LANGUAGE_MODELS: 'openai:gpt-5-mini',
      AFTERWORD_ANTHROPIC_API_KEY: 'one',
      AFTERWORD_OPENAI_API_KEY: 'two',
    });
    expect(language).toMatchObject({
      default: 'builtin',
      available: ['builtin', 'openai:gpt-5-mini', 'anthropic:claude-sonnet-4-5'],
      ofType: { correction: 'builtin', summary: 'anthropic:claude-sonnet-4-5' },
    });
  });

  it('says what each engine can do, what it is used for, and what is missing to use it', async () => {
    const { engines } = await enginesOf({
      AFTERWORD_SPEECH_MODEL: 'openai-compatible:mine',
      AFTERWORD_SPEECH_MODELS: 'tiny.en,base',
      AFTERWORD_SPEECH_BASE_URL: 'http://127.0.0.1:9/v1',
      AFTERWORD_SPEECH_PRICES: 'openai-compatible:mine=0.001',
      AFTERWORD_SUMMARY_ENGINE: 'ollama:qwen3',
      AFTERWORD_VOICE_MODEL: 'off',
    });
    const of = (name: string, kind = 'speech') =>
      engines.find((each) => each.name === name && each.kind === kind);
    expect(of('openai-compatible:mine')).toMatchObject({
      ...{ available: true, remote: true, usedFor: ['transcription'], languages: null },
      ...{ wordTimes: 'heard or estimated', tellsSpeakers: false, cost: 'known' },
    });
    expect(of('tiny.en')).toMatchObject({
      ...{ available: true, remote: false, usedFor: [], languages: ['en'] },
      ...{ wordTimes: 'heard', cost: 'none' },
    });
    expect(of('base')).toMatchObject({ languages: null });
    expect(of('openai')).toMatchObject({
      available: false,
      why: 'Set AFTERWORD_OPENAI_API_KEY, and name a model as openai:model in AFTERWORD_SPEECH_MODELS.',
    });
    expect(of('builtin', 'language')).toMatchObject({
      ...{ remote: false, usedFor: ['correction', 'significance', 'agent_report'], cost: 'none' },
    });
    expect(of('ollama:qwen3', 'language')).toMatchObject({ usedFor: ['summary'], cost: 'unknown' });
    expect(of('anthropic', 'language')?.why).toContain('AFTERWORD_ANTHROPIC_API_KEY');
    expect(of('campplus', 'voice')).toMatchObject({
      ...{ available: false, why: 'Set AFTERWORD_VOICE_MODEL=campplus.', usedFor: [] },
    });
  });

  it('offers the models of an Ollama that was found, with the line to set, and uses none', async () => {
    const language = await languageOf({ AFTERWORD_OLLAMA_BASE_URL: ollama.address });
    expect(language.offered).toEqual([
      { engine: 'ollama:llama3.1:8b', setting: 'AFTERWORD_LANGUAGE_ENGINE=ollama:llama3.1:8b' },
      { engine: 'ollama:qwen3', setting: 'AFTERWORD_LANGUAGE_ENGINE=ollama:qwen3' },
    ]);
    expect(language.available).toEqual(['builtin']);
    expect(new Set(Object.values(language.ofType))).toEqual(new Set(['builtin']));
  });

  it('offers nothing to an operator who has chosen, be it the rules', async () => {
    const language = await languageOf({
      AFTERWORD_OLLAMA_BASE_URL: ollama.address,
      AFTERWORD_LANGUAGE_ENGINE: 'builtin',
    });
    expect(language.offered).toEqual([]);
  });

  it('offers nothing where no Ollama answers', async () => {
    const [port = 0] = await freePorts(1);
    const away = await languageOf({ AFTERWORD_OLLAMA_BASE_URL: `http://127.0.0.1:${port}` });
    expect(away.offered).toEqual([]);
    ollama.ollamaModels = [];
    const empty = await languageOf({ AFTERWORD_OLLAMA_BASE_URL: ollama.address });
    expect(empty.offered).toEqual([]);
  });
});

describe('GET /engines, of a service that was asked', () => {
  const gateway = useGateway({
    settings: {
      AFTERWORD_SPEECH_MODELS: 'openai-compatible:mine,openai-compatible:other',
      AFTERWORD_SPEECH_BASE_URL: 'http://127.0.0.1:9/v1',
    },
  });
  const failureOf = async (name: string) => {
    const response = await fetch(`${gateway.url}/engines`);
    const { engines } = enginesSchema.parse(await response.json());
    return engines.find((each) => each.name === name)?.lastFailure;
  };

  it('says what went wrong the last time, until it answers', async () => {
    const name = 'openai-compatible:mine';
    expect(await failureOf(name)).toBeNull();
    const failures = gateway.app.get(EngineFailuresRepository);
    const failedAt = new Date('2026-11-28T08:00:00Z');
    await failures.note(name, 'speech_service_unavailable');
    await failures.note(name, 'speech_service_misconfigured', failedAt);
    await failures.note('openai-compatible:gone', 'speech_service_stalled');
    expect(await failureOf(name)).toEqual({
      code: 'speech_service_misconfigured',
      title: 'The speech service does not accept its configuration',
      nextAction: expect.stringContaining('the key of the service'),
      failedAt: failedAt.toISOString(),
    });
    expect(await failureOf('openai-compatible:other')).toBeNull();
    expect(await failureOf('openai-compatible:gone')).toBeUndefined();
    await failures.clear(name);
    expect(await failureOf(name)).toBeNull();
  });
});
