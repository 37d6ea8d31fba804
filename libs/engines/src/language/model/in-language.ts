import { LANGUAGE_NAMES, type SummaryContent, type SummaryLanguage } from '#contracts/model';
import { languageOf } from '#domain';
import { invalidAnswer } from './model-errors.ts';

/**
 * A summary, if it is in the language of its conversation as far as can be told.
 * @throws AppError `language_answer_invalid`
 */
export function inLanguage(
  content: SummaryContent,
  language: SummaryLanguage | null,
): SummaryContent {
  const { overview, keyPoints, decisions, actionItems } = content;
  const points = [...keyPoints, ...decisions, ...actionItems].map(({ text }) => text);
  const written = languageOf([overview, ...points]);
  if (language === null || written === null || written === language) return content;
  throw invalidAnswer(
    `it is in ${LANGUAGE_NAMES[written]}, and the conversation in ${LANGUAGE_NAMES[language]}`,
  );
}
