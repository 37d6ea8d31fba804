import { z } from 'zod';
import { defineModelProvider } from './define-model-provider.ts';
import { apiKey, baseUrl } from '../../remote/provider-settings.ts';

/** Models of OpenAI; available once the key is set. */
export const openAi = defineModelProvider({
  name: 'openai',
  description: 'Models of OpenAI.',
  required: ['AFTERWORD_OPENAI_API_KEY'],
  settings: z.object({
    AFTERWORD_OPENAI_API_KEY: apiKey().describe('API key of OpenAI, for `openai:…`.'),
    AFTERWORD_OPENAI_BASE_URL: baseUrl('AFTERWORD_OPENAI_API_KEY')
      .default('https://api.openai.com/v1')
      .describe('Base URL of its API including the version, such as that of a proxy.'),
  }),
  access: ({ AFTERWORD_OPENAI_API_KEY: key, AFTERWORD_OPENAI_BASE_URL: url }) =>
    key === undefined ? null : { baseUrl: url, apiKey: key, model: null },
});
