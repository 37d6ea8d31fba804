import type { SummaryLanguage } from './summary-languages.ts';

/** What a summary is for: a glance, all that matters, or the record of a meeting. */
export const SUMMARY_TEMPLATES = ['brief', 'detailed', 'minutes'] as const;
export type SummaryTemplate = (typeof SUMMARY_TEMPLATES)[number];

/** The template of conversations for which nobody has chosen one. */
export const DEFAULT_TEMPLATE: SummaryTemplate = 'detailed';

/** The parts of a summary that are lists. */
export type SummaryPart = 'attendees' | 'topics' | 'keyPoints' | 'decisions' | 'actionItems';

/** What a template shows after the overview, in order, and how much of it. */
interface TemplateShape {
  readonly parts: readonly SummaryPart[];
  /** The most key points. */
  readonly mostKeyPoints: number;
}

export const TEMPLATE_SHAPES: Readonly<Record<SummaryTemplate, TemplateShape>> = {
  brief: { parts: ['keyPoints', 'decisions', 'actionItems'], mostKeyPoints: 3 },
  detailed: { parts: ['keyPoints', 'decisions', 'actionItems'], mostKeyPoints: 10 },
  minutes: { parts: ['attendees', 'topics', 'decisions', 'actionItems'], mostKeyPoints: 0 },
};

/** How somebody wants summaries: a template, and for models what else they are to do. */
export interface SummaryStyle {
  readonly template: SummaryTemplate;
  /** Instructions in addition to the template; only models follow them. `null` for none. */
  readonly prompt: string | null;
}

/** The form of one summary. */
export interface SummaryForm extends SummaryStyle {
  /** Language of the conversation, which is that of the summary; `null` if it is another or unknown. */
  readonly language: SummaryLanguage | null;
}
