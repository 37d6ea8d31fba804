import type { LanguageActivities } from '#contracts/workflows';
import { workflowRunId } from '../shared/activity-run.ts';
import { heartbeatScope } from '../shared/heartbeats.ts';
import type { LanguageDependencies } from '../shared/language/language-dependencies.ts';
import { SegmentCorrector } from './segment-corrector.ts';

/** Implements the task type `correction`. */
export const correction = {
  type: 'correction' as const,
  create: (dependencies: LanguageDependencies): Pick<LanguageActivities, 'correctSegments'> => {
    const corrector = new SegmentCorrector(dependencies);
    return {
      correctSegments: (run) => corrector.correct(run, workflowRunId(), heartbeatScope()),
    };
  },
};
