import { openAiSettings } from '../../remote/openai-settings.ts';
import { defineModelProvider } from './define-model-provider.ts';

/** Models of OpenAI; available once the key is set. */
export const openAi = defineModelProvider({
  name: 'openai',
  description: 'Models of OpenAI.',
  required: ['AFTERWORD_OPENAI_API_KEY'],
  settings: openAiSettings,
  access: ({ AFTERWORD_OPENAI_API_KEY: key, AFTERWORD_OPENAI_BASE_URL: url }) =>
    key === undefined ? null : { baseUrl: url, apiKey: key, model: null },
});
