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
  const defaultName = languageEngineNames(ENGINES, config).default;
  const rules = new RuleThreads({ threads: 1, timeoutMs: 1_000 });
  const context = { config, logger: pino({ level: 'silent' }), rules };
  return createEngines(languageDefinitions(ENGINES), defaultName, context);
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
