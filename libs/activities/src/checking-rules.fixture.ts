import { checkDrafts, talkOf } from '#agents';
import { checkSummary, guardCorrection, heardEntries } from '#engines';
import type { CheckingRules } from './shared/language/language-dependencies.ts';

/** The rules without threads, for readers of agents that only a spec has. */
export const CHECKING_RULES: CheckingRules = {
  guard: async (corrections) => corrections.map(guardCorrection),
  heardEntries: async (texts) => heardEntries(texts),
  checkDrafts: async ({ drafts, passage, context, reader }) =>
    checkDrafts(drafts, passage, context, reader),
  checkSummary: async (toCheck) => checkSummary(toCheck),
  talkOf: async (turns) => talkOf(turns),
};
