import type { LanguageActivities } from '#contracts/workflows';
import { workflowRunId } from '../shared/activity-run.ts';
import { engineFaults } from '../shared/engine-faults.ts';
import { heartbeatScope } from '../shared/heartbeats.ts';
import type { LanguageDependencies } from '../shared/language/language-dependencies.ts';
import { MemoryScorer } from './memory-scorer.ts';

/** Implements the task type `significance`. */
export const significance = {
  type: 'significance' as const,
  create: (dependencies: LanguageDependencies): Pick<LanguageActivities, 'scoreMemories'> => {
    const scorer = new MemoryScorer(dependencies);
    return {
      scoreMemories: (run) => scorer.score(run, workflowRunId(), engineFaults(), heartbeatScope()),
    };
  },
};
