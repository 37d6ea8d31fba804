import { z } from 'zod';
import { invalidAnswer } from './service-errors.ts';
import type { ServiceAnswer, TimedText } from './service-answer.ts';

const seconds = { start: z.number(), end: z.number() };
const probability = z.number().min(0).max(1).nullish().catch(null);
const speaker = z
  .union([z.string(), z.number()])
  .nullish()
  .catch(null)
  .transform((label) => (label === null || label === undefined ? null : String(label)));

/** `score` is WhisperX's word for it. */
const wordSchema = z
  .object({ ...seconds, word: z.string(), probability, score: probability, speaker })
  .transform(({ word, start, end, probability: known, score, speaker: label }): TimedText => ({
    ...{ text: word, startS: start, endS: end, speaker: label },
    confidence: known ?? score ?? null,
  }));

const segmentSchema = z.object({
  ...seconds,
  text: z.string(),
  speaker,
  avg_logprob: z.number().nullish().catch(null),
  no_speech_prob: z.number().nullish().catch(null),
  words: z.array(wordSchema).nullish().catch(null),
});

/** Whatever is not of the form is left out: the text may be right without times. */
const answerSchema = z.object({
  text: z.string().nullish(),
  language: z.string().nullish().catch(null),
  segments: z.array(segmentSchema).nullish().catch(null),
  words: z.array(wordSchema).nullish().catch(null),
});

type Segment = z.output<typeof segmentSchema>;

/** Whisper's own rule for segments that are silence (Radford et al., 2022, section 4.5). */
const SILENT = { noSpeech: 0.6, logProbability: -1 } as const;

/**
 * Reads an answer of `/audio/transcriptions` in any of its JSON formats.
 * @param body parsed JSON
 * @throws AppError `speech_answer_invalid` when it is none
 */
export function openAiAnswer(body: unknown): ServiceAnswer {
  const { success, data } = answerSchema.safeParse(body);
  if (!success) throw invalidAnswer('it is not a transcript');
  const segments = (data.segments ?? []).filter((segment) => !isSilent(segment));
  const ofSegments = segments.flatMap(({ words }) => words ?? []);
  if (typeof data.text !== 'string' && !Array.isArray(data.segments)) {
    throw invalidAnswer('it has no text');
  }
  const text = data.segments?.length ? segments.map((each) => each.text).join(' ') : data.text;
  return {
    text: text ?? '',
    language: data.language ?? null,
    segments: segments.map(timedText),
    words: data.words?.length ? data.words : ofSegments,
  };
}

/** An answer that is plain text. */
export function plainAnswer(text: string): ServiceAnswer {
  return { text, language: null, segments: [], words: [] };
}

function isSilent({ no_speech_prob: noSpeech, avg_logprob: logProbability }: Segment): boolean {
  return (noSpeech ?? 0) > SILENT.noSpeech && (logProbability ?? 0) < SILENT.logProbability;
}

/** `avg_logprob` is the mean of the natural logarithms of the probabilities of tokens. */
function timedText({ text, start, end, speaker: label, avg_logprob: mean }: Segment): TimedText {
  const confidence = mean === null || mean === undefined ? null : Math.min(1, Math.exp(mean));
  return { text, startS: start, endS: end, confidence, speaker: label };
}
