import type { SummaryContent } from './language.ts';
import type { SummaryLanguage } from './summary-languages.ts';
import type { SummaryTemplate } from './summary-forms.ts';

/** The summary that a person has edited, which a later one does not change. */
export interface EditedFrom {
  readonly summaryId: string;
  /** Revision of the text that it was made from. */
  readonly revision: number;
  readonly engine: string;
  readonly turnCount: number;
  readonly taskId: string;
  readonly template: SummaryTemplate;
  readonly language: SummaryLanguage | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** The parts of a summary that a person replaces; those that are left out stay. */
export type SummaryChange = {
  readonly [Part in keyof SummaryContent]?: SummaryContent[Part] | undefined;
};
