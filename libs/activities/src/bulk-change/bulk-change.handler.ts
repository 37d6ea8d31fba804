import type { BulkChangeActivities } from '#contracts/workflows';
import { workflowRunId } from '../shared/activity-run.ts';
import { heartbeatScope } from '../shared/heartbeats.ts';
import { BulkChanger, type BulkChangeDependencies } from './bulk-changer.ts';

/** Implements the task type `bulk_change`. */
export const bulkChange = {
  type: 'bulk_change' as const,
  create: (
    dependencies: BulkChangeDependencies,
  ): Pick<BulkChangeActivities, keyof BulkChangeActivities> => {
    const changer = new BulkChanger(dependencies);
    return { changeInBulk: (run) => changer.change(run, workflowRunId(), heartbeatScope()) };
  },
};
