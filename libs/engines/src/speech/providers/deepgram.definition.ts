import { z } from 'zod';
import { apiKey, baseUrl } from '../../remote/provider-settings.ts';
import { defineSpeechProvider } from './define-speech-provider.ts';

/** Deepgram takes files of 2 GB, and gives up after ten minutes of work; chunks stay far below both. */
const LIMITS = { format: 'flac', maxBytes: 1_000_000_000, maxMs: null } as const;

/** Models of Deepgram that transcribe; available once the key is set. */
export const deepgram = defineSpeechProvider({
  name: 'deepgram',
  description: 'Models of Deepgram that transcribe, such as `deepgram:nova-3`.',
  required: ['AFTERWORD_DEEPGRAM_API_KEY'],
  settings: z.object({
    AFTERWORD_DEEPGRAM_API_KEY: apiKey().describe('API key of Deepgram, for `deepgram:…`.'),
    AFTERWORD_DEEPGRAM_BASE_URL: baseUrl('AFTERWORD_DEEPGRAM_API_KEY')
      .default('https://api.deepgram.com/v1')
      .describe(
        'Base URL of its API including the version, such as that of the EU or of a server of yours.',
      ),
  }),
  ability: () => ({ languages: null, tellsSpeakers: false, wordTimes: 'heard' }),
  access: ({ AFTERWORD_DEEPGRAM_API_KEY: key, AFTERWORD_DEEPGRAM_BASE_URL: url }) =>
    key === undefined ? null : { baseUrl: url, apiKey: key, limits: LIMITS },
  transcriber: async (model) => {
    const { SdkTranscriber } = await import('../services/sdk.transcriber.ts');
    const { DEEPGRAM_SERVICE } = await import('../services/deepgram.service.ts');
    return new SdkTranscriber(DEEPGRAM_SERVICE, model);
  },
});
