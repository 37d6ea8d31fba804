import type { UpkeepActivities } from '#contracts/messages';
import { atBorder } from '../shared/activity-border.ts';
import { withHeartbeat } from '../shared/with-heartbeat.ts';
import { ForgottenWork } from './forgotten-work.ts';
import { TaskReconciler } from './task-reconciler.ts';
import type { UpkeepDependencies } from './upkeep-dependencies.ts';

export type { UpkeepDependencies } from './upkeep-dependencies.ts';

/** Long enough for whoever sends a request again. */
const KEYS_KEPT_DAYS = 7;
const USAGE_KEPT_DAYS = 90;

/** The activities that look after everything else, closed over their dependencies. */
export function createUpkeepActivities(dependencies: UpkeepDependencies): UpkeepActivities {
  const { upkeep, blobs, versions, logger } = dependencies;
  const forgotten = new ForgottenWork(dependencies);
  const reconciler = new TaskReconciler(dependencies);
  const guarded = <Outcome>(work: () => Promise<Outcome>) => {
    const activity = atBorder({ logger }, () => withHeartbeat(work));
    return () => activity({});
  };
  const counted = (work: () => Promise<number>) => guarded(async () => ({ done: await work() }));
  return {
    sweepOutbox: counted(() => forgotten.sweep()),
    wakeForgotten: counted(() => forgotten.wake()),
    reconcileTasks: guarded(() => reconciler.reconcile()),
    adoptRuns: counted(() => versions.adopt()),
    removeExpired: counted(async () => {
      await blobs.removeLeftovers();
      return upkeep.removeExpired(KEYS_KEPT_DAYS, USAGE_KEPT_DAYS);
    }),
  };
}
