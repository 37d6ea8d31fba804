import type { CleanUpActivities } from '#contracts/workflows';
import { workflowRunId } from '../shared/activity-run.ts';
import { heartbeatScope } from '../shared/heartbeats.ts';
import type { CleanUpDependencies } from './clean-up-dependencies.ts';
import { Cleaner } from './cleaner.ts';

/** Implements the task type `clean_up`. */
export const cleanUp = {
  type: 'clean_up' as const,
  create: (dependencies: CleanUpDependencies): Pick<CleanUpActivities, keyof CleanUpActivities> => {
    const cleaner = new Cleaner(dependencies);
    return {
      purgeBin: (run) => cleaner.purge(run, workflowRunId(), heartbeatScope()),
      removeUnused: (run) => cleaner.removeUnused(run, heartbeatScope()),
    };
  },
};
