import { isCancellation, setCurrentDetails } from '@temporalio/workflow';
import type { ReconcileOutcome } from '#contracts/workflows';
import { maintenanceActivities } from '../shared/retry-classes.ts';

/**
 * Looks each minute whether all is as it is said to be: that Temporal was told everything, that every
 * conversation with work has somebody who sees to it, that tasks which run do run, and that runs
 * have a worker. A step that fails keeps no other from being done; the next look tries it again.
 */
export async function reconcile(): Promise<ReconcileOutcome> {
  const maintenance = maintenanceActivities();
  const outcome = {
    delivered: await unlessFailed(maintenance.sweepOutbox().then(({ done }) => done)),
    woken: await unlessFailed(maintenance.wakeForgotten().then(({ done }) => done)),
    corrected: await unlessFailed(maintenance.reconcileTasks().then(({ corrected }) => corrected)),
    adopted: await unlessFailed(maintenance.adoptRuns().then(({ done }) => done)),
  };
  setCurrentDetails(detailsOf(outcome));
  return outcome;
}

async function unlessFailed(step: Promise<number>): Promise<number | null> {
  try {
    return await step;
  } catch (failure) {
    if (isCancellation(failure)) throw failure;
    return null;
  }
}

/** What an operator reads in the Temporal Web UI. */
function detailsOf(outcome: ReconcileOutcome): string {
  return Object.entries(outcome)
    .map(([step, count]) => `- ${step}: ${count ?? 'failed'}`)
    .join('\n');
}
