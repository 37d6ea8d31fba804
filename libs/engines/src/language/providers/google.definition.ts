import { z } from 'zod';
import { defineModelProvider } from './define-model-provider.ts';
import { apiKey, baseUrl } from '../../remote/provider-settings.ts';

/** Models of Google; available once the key is set. */
export const google = defineModelProvider({
  name: 'google',
  description: 'Models of Google.',
  required: ['AFTERWORD_GOOGLE_API_KEY'],
  settings: z.object({
    AFTERWORD_GOOGLE_API_KEY: apiKey().describe('API key of Google, for `google:…`.'),
    AFTERWORD_GOOGLE_BASE_URL: baseUrl('AFTERWORD_GOOGLE_API_KEY')
      .default('https://generativelanguage.googleapis.com/v1beta')
      .describe('Base URL of its API including the version, such as that of a proxy.'),
  }),
  access: ({ AFTERWORD_GOOGLE_API_KEY: key, AFTERWORD_GOOGLE_BASE_URL: url }) =>
    key === undefined ? null : { baseUrl: url, apiKey: key, model: null },
});
