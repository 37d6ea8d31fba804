import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { loadConfig } from '#platform';
import { LanguageStub } from '../../../../test/support/language-stub.ts';
import { createEngines } from '../create-engines.ts';
import { RuleThreads } from '../rules/rule-threads.ts';
import { ENGINES, languageDefinitions, languageEngineNames } from '../definitions.ts';
import type { EngineChoice } from '../engine-choice.ts';
import type { LanguageEngine } from './language-engine.port.ts';

const call = () => ({ signal: new AbortController().signal });
const MEMORY = { narrative: 'A pivotal day.', priorDialogue: [] };

function enginesOf(env: Record<string, string>): Promise<EngineChoice<LanguageEngine>> {
  const config = loadConfig(ENGINES, env);
  const names = languageEngineNames(ENGINES, config);
  const rules = new RuleThreads({ threads: 1, timeoutMs: 1_000 });
  const context = { config, logger: pino({ level: 'silent' }), rules };
  return createEngines(languageDefinitions(ENGINES), names, context);
}

describe('language engines of a worker', () => {
  let stub: LanguageStub;
  beforeAll(async () => {
    stub = await LanguageStub.start();
  });
  afterAll(() => stub.stop());

  it('are only the builtin engine when no model is configured', async () => {
    const engines = await enginesOf({ AFTERWORD_LANGUAGE_BASE_URL: stub.url });
    expect(engines.all.map(({ costly }) => costly)).toEqual([false]);
    expect(engines.choose()).toBe(engines.choose('builtin'));
    expect(() => engines.choose('openai-compatible')).toThrow('it has builtin.');
  });

  it('include the model with all its settings once its base URL and name are set', async () => {
    const engines = await enginesOf({
      AFTERWORD_LANGUAGE_ENGINE: 'openai-compatible',
      AFTERWORD_LANGUAGE_BASE_URL: stub.url,
      AFTERWORD_LANGUAGE_MODEL: 'llama',
      AFTERWORD_LANGUAGE_API_KEY: 'key-of-a-test',
      AFTERWORD_LANGUAGE_STRUCTURED_OUTPUTS: 'false',
      AFTERWORD_LANGUAGE_SUMMARY_CHARACTERS: '1000',
    });
    expect(engines.all).toHaveLength(2);
    const model = engines.choose();
    expect(model).toBe(engines.choose('openai-compatible'));
    expect(model).toMatchObject({ maxSummaryCharacters: 1_000, costly: true });
    expect(model.fingerprint).toContain(':llama:json:');
    await model.score(MEMORY, call());
    const [asked] = stub.requests;
    expect(asked).toMatchObject({ authorization: 'Bearer key-of-a-test', format: 'json_object' });
  });

  it('are a model of each provider that settings name, with the key and address of its own', async () => {
    const engines = await enginesOf({
      AFTERWORD_LANGUAGE_MODELS:
        'openai:gpt-5-mini, anthropic:claude-sonnet-4-5,google:gemini-2.5-flash,ollama:llama3.1:8b',
      AFTERWORD_OPENAI_API_KEY: 'key-of-openai',
      AFTERWORD_OPENAI_BASE_URL: stub.url,
      AFTERWORD_ANTHROPIC_API_KEY: 'key-of-anthropic',
      AFTERWORD_ANTHROPIC_BASE_URL: stub.url,
      AFTERWORD_GOOGLE_API_KEY: 'key-of-google',
      AFTERWORD_GOOGLE_BASE_URL: stub.url,
      AFTERWORD_OLLAMA_BASE_URL: `${stub.address}/`,
    });
    expect(engines.choose().costly).toBe(false);
    stub.reset();
    const asked = [
      ['openai:gpt-5-mini', 'openai', 'gpt-5-mini', 'Bearer key-of-openai'],
      ['anthropic:claude-sonnet-4-5', 'anthropic', 'claude-sonnet-4-5', 'key-of-anthropic'],
      ['google:gemini-2.5-flash', 'google', 'gemini-2.5-flash', 'key-of-google'],
      ['ollama:llama3.1:8b', 'openai', 'llama3.1:8b', null],
    ] as const;
    for (const [name] of asked) {
      const engine = engines.choose(name);
      expect(engine.fingerprint).toContain(`${name}:`);
      expect((await engine.score(MEMORY, call())).significance).toBe(3);
    }
    const got = stub.requests.map(({ protocol, model, authorization }) => ({
      ...{ protocol, model, authorization },
    }));
    expect(got).toEqual(
      asked.map(([, protocol, model, authorization]) => ({ protocol, model, authorization })),
    );
  });

  it('differ by task type, unless a task requests another one', async () => {
    const engines = await enginesOf({
      AFTERWORD_LANGUAGE_ENGINE: 'openai-compatible:small',
      AFTERWORD_SUMMARY_ENGINE: 'openai-compatible:large',
      AFTERWORD_SIGNIFICANCE_ENGINE: 'builtin',
      AFTERWORD_LANGUAGE_BASE_URL: stub.url,
    });
    expect(engines.chooseFor('correction').fingerprint).toContain(':small:');
    expect(engines.chooseFor('summary').fingerprint).toContain(':large:');
    expect(engines.chooseFor('significance')).toBe(engines.choose('builtin'));
    expect(engines.chooseFor('summary', 'builtin')).toBe(engines.choose('builtin'));
    expect(() => engines.choose('openai-compatible:other')).toThrow('openai-compatible:large');
  });

  it('share the requests that a provider is sent at the same time', async () => {
    const engines = await enginesOf({
      AFTERWORD_LANGUAGE_MODELS: 'openai-compatible:one,openai-compatible:two',
      AFTERWORD_LANGUAGE_BASE_URL: stub.url,
      AFTERWORD_LANGUAGE_MAX_REQUESTS: '1',
    });
    stub.reset();
    let most = 0;
    stub.answering(() => {
      most = Math.max(most, stub.open);
      return { name: 'right', options: { delayMs: 30 } };
    });
    const names = ['one', 'two', 'one', 'two'];
    await Promise.all(
      names.map((name) => engines.choose(`openai-compatible:${name}`).score(MEMORY, call())),
    );
    expect(stub.calls).toBe(4);
    expect(most).toBe(1);
  });

  it('end a model call after the configured timeout', async () => {
    const engines = await enginesOf({
      AFTERWORD_LANGUAGE_BASE_URL: stub.url,
      AFTERWORD_LANGUAGE_MODEL: 'llama',
      AFTERWORD_LANGUAGE_TIMEOUT_MILLISECONDS: '1',
    });
    const scored = engines.choose('openai-compatible').score(MEMORY, call());
    await expect(scored).rejects.toMatchObject({ code: 'language_engine_stalled' });
  });
});
