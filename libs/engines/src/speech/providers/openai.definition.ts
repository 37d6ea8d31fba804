import { z } from 'zod';
import { openAiSettings } from '../../remote/openai-settings.ts';
import { defineSpeechProvider } from './define-speech-provider.ts';

/** OpenAI takes files of 25 MB, and 25 minutes for its newer models; the margin is for the rest of a request. */
const LIMITS = { format: 'flac', maxBytes: 24_000_000, maxMs: 24 * 60_000 } as const;

/** Models of OpenAI that transcribe; available once the key is set, which its language models share. */
export const openAiSpeech = defineSpeechProvider({
  name: 'openai',
  description: 'Models of OpenAI that transcribe, such as `openai:whisper-1`.',
  required: ['AFTERWORD_OPENAI_API_KEY'],
  // The definition of its language models has the settings.
  settings: z.object({}),
  checks: ['AFTERWORD_OPENAI_API_KEY', 'AFTERWORD_OPENAI_BASE_URL'],
  ability: (model) => ({
    languages: null,
    tellsSpeakers: model.includes('diarize'),
    wordTimes: model.startsWith('whisper') ? 'heard' : 'estimated',
  }),
  access: (_own, given) => {
    const { AFTERWORD_OPENAI_API_KEY: key, AFTERWORD_OPENAI_BASE_URL: url } =
      openAiSettings.parse(given);
    return key === undefined ? null : { baseUrl: url, apiKey: key, limits: LIMITS };
  },
  transcriber: async (model) => {
    const { SdkTranscriber } = await import('../services/sdk.transcriber.ts');
    const { OPENAI_SERVICE } = await import('../services/openai.service.ts');
    return new SdkTranscriber(OPENAI_SERVICE, model);
  },
});
