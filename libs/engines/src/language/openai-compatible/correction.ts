import type { CorrectedText, CorrectionRequest } from '../language-engine.port.ts';
import type { CorrectionAnswer } from './answers.schema.ts';
import { invalidAnswer } from './model-errors.ts';
import { textChanges } from './text-changes.ts';

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
  { texts, glossary }: CorrectionRequest,
  answer: CorrectionAnswer,
): CorrectedText[] {
  const byNumber = new Map(answer.texts.map(({ n, text }) => [n, text]));
  if (answer.texts.length !== texts.length) throw notOneEach();
  return texts.map((before, at) => {
    const after = byNumber.get(at + 1);
    if (after === undefined) throw notOneEach();
    const changes = textChanges(before, after, glossary);
    return { text: changes.length === 0 ? before : after, changes };
  });
}

function notOneEach(): Error {
  return invalidAnswer('it does not have exactly one text for each piece');
}
