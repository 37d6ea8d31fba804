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
      scoreMemories: async (run) => {
        const faults = engineFaults();
        const outcome = await scorer.score(run, workflowRunId(), faults, heartbeatScope());
        // The scores are committed by now, and nothing that fails here harms them.
        if (outcome.kind === 'done') await dependencies.dueSnapshots.requestIfDue();
        return outcome;
      },
    };
  },
};
