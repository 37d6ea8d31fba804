import { z } from 'zod';
import { apiKey, baseUrl } from './provider-settings.ts';

/** How OpenAI is reached, for its language models and for those that transcribe. */
export const openAiSettings = z.object({
  AFTERWORD_OPENAI_API_KEY: apiKey().describe('API key of OpenAI, for `openai:…`.'),
  AFTERWORD_OPENAI_BASE_URL: baseUrl('AFTERWORD_OPENAI_API_KEY')
    .default('https://api.openai.com/v1')
    .describe('Base URL of its API including the version, such as that of a proxy.'),
});
