import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Engines } from '#contracts/api';
import { freePorts } from '../../../../../test/support/free-port.ts';
import { startGateway, type GatewayOptions } from '../../../../../test/support/gateway.ts';
import { LanguageStub } from '../../../../../test/support/language-stub.ts';

let ollama: LanguageStub;
beforeAll(async () => {
  ollama = await LanguageStub.start();
  ollama.ollamaModels = ['llama3.1:8b', 'qwen3'];
});
afterAll(() => ollama.stop());

/** What a gateway with these settings says of the language engines. */
async function languageOf(settings: NonNullable<GatewayOptions['settings']>) {
  const gateway = await startGateway({ settings });
  try {
    const response = await fetch(`${gateway.url}/engines`);
    return ((await response.json()) as Engines).language;
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
