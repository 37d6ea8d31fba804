import { checkDrafts, talkOf } from '#agents';
import type { AgentRules } from './shared/language/language-dependencies.ts';

/** The rules of agents without threads, for readers that only a spec has. */
export const AGENT_RULES: AgentRules = {
  checkDrafts: async ({ drafts, passage, context, reader }) =>
    checkDrafts(drafts, passage, context, reader),
  talkOf: async (turns) => talkOf(turns),
};
