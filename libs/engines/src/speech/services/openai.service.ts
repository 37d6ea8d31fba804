import { createOpenAI } from '@ai-sdk/openai';
import { openAiAnswer } from './openai-answer.ts';
import { temperatureOf } from './openai-request.ts';
import type { SdkService } from './sdk.transcriber.ts';

/** The newer models give none. */
const KNOWS_WORD_TIMES = /^whisper/u;
const BASE_URL = 'https://api.openai.com/v1';

/** OpenAI, through its package of the AI SDK. */
export const OPENAI_SERVICE: SdkService = {
  baseUrl: BASE_URL,
  ask: async ({ model, apiKey, request, mediaType, fetch }) => {
    const { language, decoding, audio, signal } = request;
    const temperature = temperatureOf(decoding);
    const asked = {
      ...(language === null ? {} : { language }),
      ...(temperature === null ? {} : { temperature }),
    };
    const provider = createOpenAI({ baseURL: BASE_URL, apiKey, fetch });
    const { response } = await provider.transcription(model).doGenerate({
      ...{ audio, mediaType, abortSignal: signal },
      ...(KNOWS_WORD_TIMES.test(model) ? { timestampGranularities: ['word', 'segment'] } : {}),
      providerOptions: { openai: asked },
    });
    return response.body;
  },
  read: openAiAnswer,
};
