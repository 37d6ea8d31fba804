import { LANGUAGE_NAMES, type SummaryForm } from '#contracts/model';
import { PROMPTS, SUMMARY_PARTS } from './prompts.ts';

/** The instructions for a summary or a combination in a form. */
export function summaryInstructions(
  kind: 'summary' | 'combination',
  { template, prompt, language }: SummaryForm,
): string {
  const inLanguage =
    language === null
      ? SUMMARY_PARTS.language
      : `The conversation is in ${LANGUAGE_NAMES[language]}. Write in ${LANGUAGE_NAMES[language]}.`;
  const wishes =
    prompt === null
      ? []
      : [
          `Whoever reads the summary also wants this, as far as the text bears it out and the shape of the answer allows it:\n${prompt}`,
        ];
  return [PROMPTS[kind].text, SUMMARY_PARTS[template], ...wishes, inLanguage].join('\n\n');
}
