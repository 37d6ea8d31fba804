import { z } from 'zod';
import { setting } from '#platform';
import { defineLanguageEngine } from './define-language-engine.ts';

/** `fetch` takes no address with credentials; the key has a setting of its own, which stays secret. */
const withoutCredentials = (url: string) => {
  const { username, password } = new URL(url);
  return username === '' && password === '';
};

/** A model behind an OpenAI-compatible API, available once its address and name are set. */
export const openAiCompatible = defineLanguageEngine({
  name: 'openai-compatible',
  description: 'A model behind an OpenAI-compatible API.',
  required: ['AFTERWORD_LANGUAGE_BASE_URL', 'AFTERWORD_LANGUAGE_MODEL'],
  settings: z.object({
    AFTERWORD_LANGUAGE_BASE_URL: z
      .url({ protocol: /^https?$/, abort: true })
      .refine(
        withoutCredentials,
        'must not hold a name or a password: use AFTERWORD_LANGUAGE_API_KEY',
      )
      .optional()
      .describe(
        'Address of the OpenAI-compatible API up to its version, such as `http://127.0.0.1:11434/v1`.',
      ),
    AFTERWORD_LANGUAGE_MODEL: z
      .string()
      .optional()
      .describe('Name of the model, as its server knows it.'),
    AFTERWORD_LANGUAGE_API_KEY: z
      .string()
      .regex(/^[\x21-\x7e]+$/, 'must be plain characters without spaces')
      .optional()
      .describe('Key for the server of the model; not set for a server that wants none.'),
    AFTERWORD_LANGUAGE_TIMEOUT_MILLISECONDS: setting
      .milliseconds()
      .default(120_000)
      .describe('Longest time that one answer of the model may take.'),
    AFTERWORD_LANGUAGE_STRUCTURED_OUTPUTS: setting
      .flag()
      .default(true)
      .describe(
        'Whether the server of the model takes JSON schemas. With `false` the model is told the shape of its answer in words, as older servers need it.',
      ),
    AFTERWORD_LANGUAGE_SUMMARY_CHARACTERS: setting
      .count()
      .default(24_000)
      .describe(
        'Longest text that the model reads in one call for a summary; longer conversations are summarised in parts.',
      ),
  }),
  create: async (settings) => {
    const { OpenAiCompatibleEngine } = await import('./openai-compatible.engine.ts');
    return new OpenAiCompatibleEngine({
      baseUrl: settings.AFTERWORD_LANGUAGE_BASE_URL,
      model: settings.AFTERWORD_LANGUAGE_MODEL,
      apiKey: settings.AFTERWORD_LANGUAGE_API_KEY ?? null,
      timeoutMs: settings.AFTERWORD_LANGUAGE_TIMEOUT_MILLISECONDS,
      structuredOutputs: settings.AFTERWORD_LANGUAGE_STRUCTURED_OUTPUTS,
      maxSummaryCharacters: settings.AFTERWORD_LANGUAGE_SUMMARY_CHARACTERS,
    });
  },
});
