import type { LanguageActivities } from '#contracts/workflows';
import { workflowRunId } from '../shared/activity-run.ts';
import { heartbeatScope } from '../shared/heartbeats.ts';
import type { LanguageDependencies } from '../shared/language/language-dependencies.ts';
import { ConversationSummariser } from './conversation-summariser.ts';

/** Implements the task type `summary`. */
export const summary = {
  type: 'summary' as const,
  create: (
    dependencies: LanguageDependencies,
  ): Pick<LanguageActivities, 'summariseConversation'> => {
    const summariser = new ConversationSummariser(dependencies);
    return {
      summariseConversation: (run) => summariser.summarise(run, workflowRunId(), heartbeatScope()),
    };
  },
};
