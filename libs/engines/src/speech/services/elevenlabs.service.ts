import { createElevenLabs } from '@ai-sdk/elevenlabs';
import { z } from 'zod';
import type { SdkService } from './sdk.transcriber.ts';
import { invalidAnswer } from './service-errors.ts';
import type { ServiceAnswer, TimedText } from './service-answer.ts';

const wordSchema = z.object({
  text: z.string(),
  type: z.string(),
  start: z.number().nullish(),
  end: z.number().nullish(),
  speaker_id: z.string().nullish().catch(null),
  /** Natural logarithm of its probability. */
  logprob: z.number().max(0).nullish().catch(null),
});

/** Whatever is not of the form is left out: the text may be right without times. */
const answerSchema = z.object({
  text: z.string(),
  language_code: z.string().nullish().catch(null),
  words: z.array(wordSchema).nullish().catch(null),
});

/** ElevenLabs, through its package of the AI SDK, which always asks who speaks. */
export const ELEVENLABS_SERVICE: SdkService = {
  baseUrl: 'https://api.elevenlabs.io/v1',
  ask: async ({ model, apiKey, request: { language, audio, signal }, mediaType, fetch }) => {
    const spoken = language === null ? {} : { languageCode: language };
    const { response } = await createElevenLabs({ apiKey, fetch })
      .transcription(model)
      .doGenerate({
        ...{ audio, mediaType, abortSignal: signal },
        // Laughter and music are no words that somebody said. The package sends `diarize` as true and then once more
        // as it is given, so both have to agree.
        providerOptions: {
          elevenlabs: {
            timestampsGranularity: 'word',
            tagAudioEvents: false,
            diarize: true,
            ...spoken,
          },
        },
      });
    return response.body;
  },
  read: elevenLabsAnswer,
};

/**
 * Reads an answer of ElevenLabs' speech to text.
 * @param body parsed JSON
 * @throws AppError `speech_answer_invalid` when it is none
 */
function elevenLabsAnswer(body: unknown): ServiceAnswer {
  const { success, data } = answerSchema.safeParse(body);
  if (!success) throw invalidAnswer('it is not a transcript');
  const { text, language_code: language, words } = data;
  return { text, language: language ?? null, segments: [], words: (words ?? []).flatMap(timed) };
}

/** Spaces and sounds are pieces of their own. */
function timed(piece: z.output<typeof wordSchema>): readonly TimedText[] {
  const { text, type, start, end, speaker_id: speaker, logprob } = piece;
  if (type !== 'word' || typeof start !== 'number' || typeof end !== 'number') return [];
  const confidence = typeof logprob === 'number' ? Math.exp(logprob) : null;
  return [{ text, startS: start, endS: end, confidence, speaker: speaker ?? null }];
}
