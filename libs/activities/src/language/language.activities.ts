import { activityInfo } from '@temporalio/activity';
import type { LanguageActivities } from '#contracts/messages';
import { atBorder } from '../shared/activity-border.ts';
import { engineFaults } from '../shared/engine-faults.ts';
import { withHeartbeat } from '../shared/with-heartbeat.ts';
import { ConversationSummariser } from './conversation-summariser.ts';
import type { LanguageDependencies } from './language-dependencies.ts';
import { MemoryScorer } from './memory-scorer.ts';
import { SegmentCorrector } from './segment-corrector.ts';

export type { LanguageDependencies } from './language-dependencies.ts';

/** The activities of the `language` queue, closed over their dependencies. */
export function createLanguageActivities(dependencies: LanguageDependencies): LanguageActivities {
  const corrector = new SegmentCorrector(dependencies);
  const summariser = new ConversationSummariser(dependencies);
  const scorer = new MemoryScorer(dependencies);
  return {
    correctSegments: atBorder(dependencies, (run) =>
      withHeartbeat((scope) => corrector.correct(run, runId(), scope)),
    ),
    summariseConversation: atBorder(dependencies, (run) =>
      withHeartbeat((scope) => summariser.summarise(run, runId(), scope)),
    ),
    scoreMemories: atBorder(dependencies, (run) =>
      withHeartbeat((scope) => scorer.score(run, runId(), engineFaults(), scope)),
    ),
  };
}

/** The run of the workflow that this activity works for. */
function runId(): string {
  return activityInfo().workflowExecution?.runId ?? '';
}
