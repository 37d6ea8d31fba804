import type { SnapshotActivities } from '#contracts/workflows';
import type { MaintenanceDependencies } from '../maintenance/maintenance-dependencies.ts';
import { workflowRunId } from '../shared/activity-run.ts';
import { heartbeatScope } from '../shared/heartbeats.ts';
import { SnapshotTask } from './snapshot-task.ts';

/** Implements the task type `snapshot`. */
export const snapshot = {
  type: 'snapshot' as const,
  create: (dependencies: MaintenanceDependencies): Pick<SnapshotActivities, 'takeSnapshot'> => {
    const task = new SnapshotTask(dependencies);
    return { takeSnapshot: (run) => task.take(run, workflowRunId(), heartbeatScope()) };
  },
};
