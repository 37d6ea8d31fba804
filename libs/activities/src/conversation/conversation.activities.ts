import type { ConversationActivities } from '#contracts/messages';
import type { Logger } from '#platform';
import type { WaitingWorkRepository } from '#store';
import { atBorder } from '../shared/activity-border.ts';

/** What a worker needs to see to conversations. */
export interface ConversationDependencies {
  readonly work: WaitingWorkRepository;
  readonly logger: Logger;
  /** Whether memories are scored. */
  readonly scoring: boolean;
}

/** The activities of the `conversation` workflow, closed over their dependencies. */
export function createConversationActivities(
  dependencies: ConversationDependencies,
): ConversationActivities {
  const { work, logger, scoring } = dependencies;
  return {
    takeWork: atBorder({ logger }, ({ conversationId }) => work.take(conversationId, scoring)),
  };
}
