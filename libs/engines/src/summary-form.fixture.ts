import type { SummaryForm } from '#contracts/model';
import type { CombineRequest } from './language/language-engine.port.ts';

/** The form of summaries for which nobody has chosen one, of an English conversation. */
export const ENGLISH: SummaryForm = { template: 'detailed', prompt: null, language: 'en' };

/** What a request to combine says besides its parts. */
export const COMBINED: Pick<CombineRequest, 'counted' | 'form'> = {
  counted: { speakers: ['Ada', 'Tom'], turnCount: 5 },
  form: ENGLISH,
};
