import type { SummaryResult } from './summaries/summaries.repository.ts';

/** A result in the form for which nobody has chosen one, of which nothing was left out. */
export const PLAIN_RESULT: Pick<SummaryResult, 'form' | 'evidence'> = {
  form: { template: 'detailed', prompt: null, language: 'en' },
  evidence: null,
};
