import { ChildWorkflowFailure, TerminatedFailure, TimeoutFailure } from '@temporalio/workflow';
import type { EntityTask } from '#contracts/workflows';
import { databaseActivities } from '../shared/retry-classes.ts';

/**
 * Records the end of a run that was terminated or has timed out, as it cannot do so itself. Without
 * this, its task would count as running until the next `reconcile`, and a task whose work had not
 * started would be started again.
 * @param failure what the run failed with
 */
export async function recordEnding(
  { taskId, attempt }: EntityTask,
  failure: unknown,
): Promise<void> {
  if (!wasClosedFromOutside(failure)) return;
  try {
    await databaseActivities().endTask({ taskId, attempt, ending: { state: 'closed' } });
  } catch {
    // `reconcile` corrects it later; the entity must not wait for this.
  }
}

function wasClosedFromOutside(failure: unknown): boolean {
  const cause = failure instanceof ChildWorkflowFailure ? failure.cause : null;
  return cause instanceof TerminatedFailure || cause instanceof TimeoutFailure;
}
