import { createDeepgram } from '@ai-sdk/deepgram';
import { z } from 'zod';
import type { SdkService } from './sdk.transcriber.ts';
import { invalidAnswer } from './service-errors.ts';
import type { ServiceAnswer, TimedText } from './service-answer.ts';

const wordSchema = z
  .object({
    ...{ word: z.string(), start: z.number(), end: z.number() },
    punctuated_word: z.string().nullish().catch(null),
    confidence: z.number().min(0).max(1).nullish().catch(null),
  })
  .transform(({ word, punctuated_word: punctuated, start, end, confidence }): TimedText => ({
    ...{ text: punctuated ?? word, startS: start, endS: end },
    ...{ confidence: confidence ?? null, speaker: null },
  }));

/** One channel is sent, and one reading of it asked for. */
const answerSchema = z.object({
  results: z.object({
    channels: z.tuple(
      [
        z.object({
          detected_language: z.string().nullish().catch(null),
          alternatives: z.tuple(
            [z.object({ transcript: z.string(), words: z.array(wordSchema).catch([]) })],
            z.unknown(),
          ),
        }),
      ],
      z.unknown(),
    ),
  }),
});

/**
 * Deepgram, through its package of the AI SDK. Who speaks is not asked for: it costs extra, holds for one chunk only,
 * and is told by the voices of the whole recording on this machine.
 */
export const DEEPGRAM_SERVICE: SdkService = {
  baseUrl: 'https://api.deepgram.com/v1',
  ask: async ({ model, apiKey, request: { language, audio, signal }, mediaType, fetch }) => {
    const spoken = language === null ? { detectLanguage: true } : { language };
    const { response } = await createDeepgram({ apiKey, fetch })
      .transcription(model)
      .doGenerate({
        ...{ audio, mediaType, abortSignal: signal },
        // Corrections take fillers out, or keep them where somebody needs every "um".
        providerOptions: { deepgram: { punctuate: true, fillerWords: true, ...spoken } },
      });
    return response.body;
  },
  read: deepgramAnswer,
};

/**
 * Reads an answer of Deepgram for recorded audio.
 * @param body parsed JSON
 * @throws AppError `speech_answer_invalid` when it is none
 */
function deepgramAnswer(body: unknown): ServiceAnswer {
  const { success, data } = answerSchema.safeParse(body);
  if (!success) throw invalidAnswer('it is not a transcript');
  const [{ detected_language: language, alternatives }] = data.results.channels;
  const [{ transcript, words }] = alternatives;
  return { text: transcript, language: language ?? null, segments: [], words };
}
