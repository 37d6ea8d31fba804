import type { MaintenanceActivities, MaintenanceCount } from '#contracts/workflows';
import { ForgottenWork } from './forgotten-work.ts';
import type { MaintenanceDependencies } from './maintenance-dependencies.ts';
import { RestoreSweeper } from './restore-sweeper.ts';
import { TaskReconciler } from './task-reconciler.ts';

/** Longer than any client repeats a request with the same idempotency key. */
const KEYS_KEPT_DAYS = 7;
const USAGE_KEPT_DAYS = 90;
/** As long as people look back at what they have changed; what was changed is in the change log. */
const BULK_CHANGES_KEPT_MS = 30 * 24 * 60 * 60_000;

/** Creates the activities of `reconcile` and `housekeeping`. */
export function createMaintenanceActivities(
  dependencies: MaintenanceDependencies,
): MaintenanceActivities {
  const { maintenance, blobs, versions, earlierRuns, dueCleanUp, dueRetention } = dependencies;
  const { bulkChanges, replacements, speakerRenames } = dependencies;
  const { erasures, exportSweeper, importSweeper } = dependencies;
  const forgotten = new ForgottenWork(dependencies);
  const restores = new RestoreSweeper(dependencies);
  const reconciler = new TaskReconciler(dependencies);
  return {
    sweepOutbox: async () => {
      // First: until a restore that was given up has ended, nothing can be written.
      await restores.sweep();
      return counted(forgotten.deliver());
    },
    wakeForgotten: () => counted(forgotten.signal()),
    reconcileTasks: () => reconciler.reconcile(),
    adoptRuns: async () => {
      const terminated = await earlierRuns.terminateAll();
      return { done: terminated + (await versions.moveRunsToCurrentVersion()) };
    },
    removeExpired: async () => {
      await blobs.removeLeftovers();
      const files = (await exportSweeper.sweep()) + (await importSweeper.sweep());
      const rows =
        (await maintenance.removeExpired(KEYS_KEPT_DAYS, USAGE_KEPT_DAYS)) +
        (await replacements.removeExpired(bulkChangesMadeBefore())) +
        (await speakerRenames.removeExpired(bulkChangesMadeBefore())) +
        (await bulkChanges.removeExpired(bulkChangesMadeBefore()));
      await dueCleanUp.requestIfDue();
      await dueRetention.requestIfDue();
      await erasures.resume();
      return { done: files + rows };
    },
  };
}

function bulkChangesMadeBefore(): Date {
  return new Date(Date.now() - BULK_CHANGES_KEPT_MS);
}

async function counted(work: Promise<number>): Promise<MaintenanceCount> {
  return { done: await work };
}
