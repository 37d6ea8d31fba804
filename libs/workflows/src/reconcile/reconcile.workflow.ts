import { isCancellation, setCurrentDetails } from '@temporalio/workflow';
import type { ReconcileOutcome } from '#contracts/workflows';
import { maintenanceActivities } from '../shared/retry-classes.ts';

/**
 * Makes the database and Temporal consistent: delivers the outbox and work signals, starts
 * workflows of entities that have work, corrects tasks whose state does not match their run, and
 * moves runs of versions without workers to the current one. Scheduled each minute. A step that
 * fails does not stop the others; the next run retries it.
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
