import { z } from 'zod';
import { defineModelProvider } from './define-model-provider.ts';
import { apiKey, baseUrl } from '../../remote/provider-settings.ts';

/** Models behind an OpenAI-compatible API of any server; available once its base URL is set. */
export const openAiCompatible = defineModelProvider({
  name: 'openai-compatible',
  description: 'Models behind an OpenAI-compatible API, of a local server or of a service.',
  required: ['AFTERWORD_LANGUAGE_BASE_URL'],
  modelSetting: 'AFTERWORD_LANGUAGE_MODEL',
  settings: z.object({
    AFTERWORD_LANGUAGE_BASE_URL: baseUrl('AFTERWORD_LANGUAGE_API_KEY')
      .optional()
      .describe(
        'Base URL of the OpenAI-compatible API including its version, such as `http://127.0.0.1:8000/v1`.',
      ),
    AFTERWORD_LANGUAGE_MODEL: z
      .string()
      .optional()
      .describe('Name of the model of `openai-compatible`, where no model follows it.'),
    AFTERWORD_LANGUAGE_API_KEY: apiKey().describe(
      'API key of that server; leave it unset for a server that requires none.',
    ),
  }),
  access: ({
    AFTERWORD_LANGUAGE_BASE_URL: url,
    AFTERWORD_LANGUAGE_MODEL: model,
    AFTERWORD_LANGUAGE_API_KEY: key,
  }) => (url === undefined ? null : { baseUrl: url, apiKey: key ?? null, model: model ?? null }),
});
