import { z } from 'zod';
import { setting } from '#platform';
import { defineLanguageEngine } from './define-language-engine.ts';

/** `fetch` rejects URLs with credentials; the key has its own setting, which is kept secret. */
const withoutCredentials = (url: string) => {
  const { username, password } = new URL(url);
  return username === '' && password === '';
};

/** A model behind an OpenAI-compatible API; available once its base URL and name are set. */
export const openAiCompatible = defineLanguageEngine({
  name: 'openai-compatible',
  description: 'A model behind an OpenAI-compatible API.',
  costly: true,
  required: ['AFTERWORD_LANGUAGE_BASE_URL', 'AFTERWORD_LANGUAGE_MODEL'],
  settings: z.object({
    AFTERWORD_LANGUAGE_BASE_URL: z
      .url({ protocol: /^https?$/, abort: true })
      .refine(
        withoutCredentials,
        'must not contain a user name or password: use AFTERWORD_LANGUAGE_API_KEY',
      )
      .optional()
      .describe(
        'Base URL of the OpenAI-compatible API including its version, such as `http://127.0.0.1:11434/v1`.',
      ),
    AFTERWORD_LANGUAGE_MODEL: z.string().optional().describe('Name of the model on its server.'),
    AFTERWORD_LANGUAGE_API_KEY: z
      .string()
      .regex(/^[\x21-\x7e]+$/, 'must be plain characters without spaces')
      .optional()
      .describe('API key of the model server; leave it unset for a server that requires none.'),
    AFTERWORD_LANGUAGE_TIMEOUT_MILLISECONDS: setting
      .milliseconds()
      .default(120_000)
      .describe('Maximum time for one answer of the model.'),
    AFTERWORD_LANGUAGE_STRUCTURED_OUTPUTS: setting
      .flag()
      .default(true)
      .describe(
        'Whether the model server accepts JSON schemas. With `false` the schema of the answer is part of the prompt, for servers without schema support.',
      ),
    AFTERWORD_LANGUAGE_SUMMARY_CHARACTERS: setting
      .count()
      .default(24_000)
      .describe(
        'Maximum number of characters that the model reads in one summary call; longer conversations are summarised in parts.',
      ),
  }),
  create: async (settings) => {
    const { ModelEngine } = await import('./model.engine.ts');
    return new ModelEngine({
      baseUrl: settings.AFTERWORD_LANGUAGE_BASE_URL,
      model: settings.AFTERWORD_LANGUAGE_MODEL,
      apiKey: settings.AFTERWORD_LANGUAGE_API_KEY ?? null,
      timeoutMs: settings.AFTERWORD_LANGUAGE_TIMEOUT_MILLISECONDS,
      structuredOutputs: settings.AFTERWORD_LANGUAGE_STRUCTURED_OUTPUTS,
      maxSummaryCharacters: settings.AFTERWORD_LANGUAGE_SUMMARY_CHARACTERS,
    });
  },
});
