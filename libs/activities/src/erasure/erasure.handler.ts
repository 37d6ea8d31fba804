import type { ErasureActivities } from '#contracts/workflows';
import { workflowRunId } from '../shared/activity-run.ts';
import { heartbeatScope } from '../shared/heartbeats.ts';
import type { ErasureDependencies } from './erasure-dependencies.ts';
import { ErasureRunner } from './erasure-runner.ts';

/** Implements the task type `erasure`. */
export const erasure = {
  type: 'erasure' as const,
  create: (dependencies: ErasureDependencies): Pick<ErasureActivities, keyof ErasureActivities> => {
    const runner = new ErasureRunner(dependencies);
    return {
      noteErasures: (run) => runner.note(run, workflowRunId(), heartbeatScope()),
      stopOwners: (run) => runner.stop(run, heartbeatScope()),
      eraseOwners: (run) => runner.erase(run, heartbeatScope()),
      forgetOwners: (run) => runner.forget(run, heartbeatScope()),
    };
  },
};
