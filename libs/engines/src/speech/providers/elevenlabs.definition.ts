import { z } from 'zod';
import { apiKey, baseUrl } from '../../remote/provider-settings.ts';
import { defineSpeechProvider } from './define-speech-provider.ts';

/** ElevenLabs takes files of 1 GB or more, by the plan, and hours; chunks stay far below both. */
const LIMITS = { format: 'flac', maxBytes: 1_000_000_000, maxMs: null } as const;

/** Models of ElevenLabs that transcribe; available once the key is set. */
export const elevenLabs = defineSpeechProvider({
  name: 'elevenlabs',
  description: 'Models of ElevenLabs that transcribe, such as `elevenlabs:scribe_v2`.',
  required: ['AFTERWORD_ELEVENLABS_API_KEY'],
  settings: z.object({
    AFTERWORD_ELEVENLABS_API_KEY: apiKey().describe('API key of ElevenLabs, for `elevenlabs:…`.'),
    AFTERWORD_ELEVENLABS_BASE_URL: baseUrl('AFTERWORD_ELEVENLABS_API_KEY')
      .default('https://api.elevenlabs.io/v1')
      .describe('Base URL of its API including the version, such as that of another region.'),
  }),
  ability: () => ({ languages: null, tellsSpeakers: true, wordTimes: 'heard' }),
  access: ({ AFTERWORD_ELEVENLABS_API_KEY: key, AFTERWORD_ELEVENLABS_BASE_URL: url }) =>
    key === undefined ? null : { baseUrl: url, apiKey: key, limits: LIMITS },
  transcriber: async (model) => {
    const { SdkTranscriber } = await import('../services/sdk.transcriber.ts');
    const { ELEVENLABS_SERVICE } = await import('../services/elevenlabs.service.ts');
    return new SdkTranscriber(ELEVENLABS_SERVICE, model);
  },
});
