import type { RetentionActivities } from '#contracts/workflows';
import { workflowRunId } from '../shared/activity-run.ts';
import { heartbeatScope } from '../shared/heartbeats.ts';
import { RetentionRunner, type RetentionDependencies } from './retention-runner.ts';

/** Implements the task type `retention`. */
export const retention = {
  type: 'retention' as const,
  create: (
    dependencies: RetentionDependencies,
  ): Pick<RetentionActivities, keyof RetentionActivities> => {
    const runner = new RetentionRunner(dependencies);
    return { applyRetention: (run) => runner.apply(run, workflowRunId(), heartbeatScope()) };
  },
};
