import type { SnapshotActivities } from '#contracts/workflows';
import { workflowRunId } from '../shared/activity-run.ts';
import { heartbeatScope } from '../shared/heartbeats.ts';
import type { SnapshotDependencies } from './snapshot-dependencies.ts';
import { SnapshotTask } from './snapshot-task.ts';

/** Implements the task type `snapshot`. */
export const snapshot = {
  type: 'snapshot' as const,
  create: (dependencies: SnapshotDependencies): Pick<SnapshotActivities, 'takeSnapshot'> => {
    const task = new SnapshotTask(dependencies);
    return { takeSnapshot: (run) => task.take(run, workflowRunId(), heartbeatScope()) };
  },
};
