import { z } from 'zod';
import { setting } from '#platform';
import { apiKey, baseUrl } from '../../remote/provider-settings.ts';
import { AUDIO_FORMATS } from './audio-formats.ts';
import { defineSpeechProvider } from './define-speech-provider.ts';

const MEBIBYTE = 1024 * 1024;

/** Models behind `/audio/transcriptions` of any server; available once its base URL is set. */
export const openAiCompatibleSpeech = defineSpeechProvider({
  name: 'openai-compatible',
  description:
    'Models behind the `/audio/transcriptions` of an OpenAI-compatible API, of a local server or of a service.',
  required: ['AFTERWORD_SPEECH_BASE_URL'],
  settings: z.object({
    AFTERWORD_SPEECH_BASE_URL: baseUrl('AFTERWORD_SPEECH_API_KEY')
      .optional()
      .describe(
        'Base URL of the OpenAI-compatible API that transcribes, including its version, such as `http://127.0.0.1:8000/v1`.',
      ),
    AFTERWORD_SPEECH_API_KEY: apiKey().describe(
      'API key of that server; leave it unset for a server that requires none.',
    ),
    AFTERWORD_SPEECH_AUDIO_FORMAT: z
      .enum(AUDIO_FORMATS)
      .default('flac')
      .describe(
        'What chunks are sent to it as: 16 kHz, mono. `flac` and `wav` lose nothing; `opus` and `mp3` are smaller.',
      ),
    AFTERWORD_SPEECH_AUDIO_MEBIBYTES: setting
      .count()
      .default(25)
      .describe('The largest file that it accepts. Chunks are cut so that they are smaller.'),
    AFTERWORD_SPEECH_AUDIO_SECONDS: z.coerce
      .number()
      .min(5)
      .optional()
      .describe('The longest audio that it accepts; not set means that only the size is limited.'),
  }),
  ability: (model) => ({
    languages: null,
    tellsSpeakers: /diari[sz]e/iu.test(model),
    wordTimes: 'heard or estimated',
  }),
  access: ({
    AFTERWORD_SPEECH_BASE_URL: url,
    AFTERWORD_SPEECH_API_KEY: key,
    AFTERWORD_SPEECH_AUDIO_FORMAT: format,
    AFTERWORD_SPEECH_AUDIO_MEBIBYTES: mebibytes,
    AFTERWORD_SPEECH_AUDIO_SECONDS: seconds,
  }) => {
    if (url === undefined) return null;
    const maxMs = seconds === undefined ? null : seconds * 1000;
    return {
      baseUrl: url,
      apiKey: key ?? null,
      limits: { format, maxBytes: mebibytes * MEBIBYTE, maxMs },
    };
  },
  transcriber: async (model) => {
    const { OpenAiTranscriber } = await import('../services/openai.transcriber.ts');
    return new OpenAiTranscriber(model);
  },
});
