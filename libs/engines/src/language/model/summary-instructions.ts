import { LANGUAGE_NAMES, type SummaryForm, type SummaryTemplate } from '#contracts/model';
import { INSTRUCTIONS } from './prompts.ts';

/** What each template asks for. */
const TEMPLATES: Readonly<Record<SummaryTemplate, string>> = {
  brief:
    'Be brief: an overview of one or two sentences, at most three key points, and only decisions and action items that are certain.',
  detailed: 'Be thorough: at most ten key points, which together cover all of it.',
  minutes:
    'Write minutes: an overview of one sentence, the topics, every decision and every action item. Leave "keyPoints" empty.',
};

/** The instructions for a summary or a combination in a form. */
export function summaryInstructions(
  kind: 'summary' | 'combination',
  { template, prompt, language }: SummaryForm,
): string {
  const inLanguage =
    language === null
      ? 'Write in the language of the conversation.'
      : `The conversation is in ${LANGUAGE_NAMES[language]}. Write in ${LANGUAGE_NAMES[language]}.`;
  const wishes =
    prompt === null
      ? []
      : [
          `Whoever reads the summary also wants this, as far as the text bears it out and the shape of the answer allows it:\n${prompt}`,
        ];
  return [INSTRUCTIONS[kind], TEMPLATES[template], ...wishes, inLanguage].join('\n\n');
}
