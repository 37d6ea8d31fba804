import type { CorrectedText, CorrectionRequest } from '../language-engine.port.ts';
import type { CorrectionAnswer, SingleCorrectionAnswer } from './answers.schema.ts';
import { invalidAnswer } from './model-errors.ts';

/** The prompt data of a correction request. */
export function correctionData(request: CorrectionRequest) {
  const { speaker, before, glossary, style, texts } = request;
  return {
    speaker,
    before,
    glossary,
    style,
    pieces: texts.map((text, at) => ({ n: at + 1, text })),
  };
}

/**
 * Converts an answer of the model.
 * @returns the corrected pieces, in the order of the request
 * @throws AppError `language_answer_invalid` unless there is exactly one text for each piece
 */
export function correctedTexts(
  { texts }: CorrectionRequest,
  answer: CorrectionAnswer,
): CorrectedText[] {
  if (!hasOneEach({ texts }, answer)) {
    throw invalidAnswer('it does not have exactly one text for each piece');
  }
  const byNumber = new Map(answer.texts.map(({ n, text }) => [n, text]));
  return texts.map((before, at) => {
    const after = byNumber.get(at + 1) ?? before;
    return { text: isSame(before, after) ? before : after };
  });
}

/** The answer to a request of one piece, which has no number, as one to a request of several. */
export function numbered({ text }: SingleCorrectionAnswer): CorrectionAnswer {
  return { texts: [{ n: 1, text }] };
}

/** Whether an answer has exactly one text for each piece of the request. */
export function hasOneEach(
  { texts }: Pick<CorrectionRequest, 'texts'>,
  answer: CorrectionAnswer,
): boolean {
  const numbers = new Set(answer.texts.map(({ n }) => n));
  const isOneEach = answer.texts.length === texts.length && numbers.size === texts.length;
  return isOneEach && texts.every((_, at) => numbers.has(at + 1));
}

/** Whether two texts differ in their spaces at most. */
function isSame(one: string, other: string): boolean {
  const [words, others] = [one, other].map((text) => text.trim().replaceAll(/\s+/gu, ' '));
  return words === others;
}
