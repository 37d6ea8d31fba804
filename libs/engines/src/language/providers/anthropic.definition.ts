import { z } from 'zod';
import { defineModelProvider } from './define-model-provider.ts';
import { apiKey, baseUrl } from '../../remote/provider-settings.ts';

/** Models of Anthropic; available once the key is set. */
export const anthropic = defineModelProvider({
  name: 'anthropic',
  description: 'Models of Anthropic.',
  required: ['AFTERWORD_ANTHROPIC_API_KEY'],
  settings: z.object({
    AFTERWORD_ANTHROPIC_API_KEY: apiKey().describe('API key of Anthropic, for `anthropic:…`.'),
    AFTERWORD_ANTHROPIC_BASE_URL: baseUrl('AFTERWORD_ANTHROPIC_API_KEY')
      .default('https://api.anthropic.com/v1')
      .describe('Base URL of its API including the version, such as that of a proxy.'),
  }),
  access: ({ AFTERWORD_ANTHROPIC_API_KEY: key, AFTERWORD_ANTHROPIC_BASE_URL: url }) =>
    key === undefined ? null : { baseUrl: url, apiKey: key, model: null },
});
