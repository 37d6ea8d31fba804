import { z } from 'zod';
import type { LanguageEngineName } from '#contracts/model';
import type { Config } from '#platform';
import { defineModelProvider } from './define-model-provider.ts';
import { ollamaModels } from './find-ollama.ts';
import { baseUrl } from '../../remote/provider-settings.ts';

/** Ollama has an OpenAI-compatible API of this version. */
const VERSION = 'v1';

const settings = z.object({
  AFTERWORD_OLLAMA_BASE_URL: baseUrl()
    .default('http://127.0.0.1:11434')
    .describe(
      'Address of an Ollama server, for `ollama:…`. If AFTERWORD_LANGUAGE_ENGINE is not set, an Ollama that answers there at the start is offered.',
    ),
});

/** Models of an Ollama server, which needs no key. */
export const ollama = defineModelProvider({
  name: 'ollama',
  description: 'Models of an Ollama server.',
  required: [],
  settings,
  access: ({ AFTERWORD_OLLAMA_BASE_URL: url }) => ({
    baseUrl: `${url.replace(/\/+$/, '')}/${VERSION}`,
    apiKey: null,
    model: null,
  }),
});

/**
 * The models of an Ollama that answers at its address, for an operator who has not chosen an engine.
 * None of them is used unless a setting says so.
 */
export async function offeredOllamaModels({
  language,
  engineSettings,
}: Config): Promise<readonly LanguageEngineName[]> {
  if (language.isChosen) return [];
  const { AFTERWORD_OLLAMA_BASE_URL: address } = settings.parse(engineSettings);
  const names = (await ollamaModels(address)).map((model) => `ollama:${model}` as const);
  return names.filter((name) => !language.named.includes(name));
}
