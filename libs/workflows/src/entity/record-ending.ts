import {
  ChildWorkflowFailure,
  patched,
  TerminatedFailure,
  TimeoutFailure,
} from '@temporalio/workflow';
import type { EntityTask } from '#contracts/workflows';
import { databaseActivities } from '../shared/retry-classes.ts';

/** Runs that began before it leave this to `reconcile`. */
const PATCH = 'endings-of-terminated-runs';

/**
 * A run that an operator terminates, or that times out, cannot say so itself. Without a word it would
 * count as running until `reconcile` looks, and one whose work still waited would be started again.
 * @param failure what came of the run
 */
export async function recordEnding(
  { taskId, attempt }: EntityTask,
  failure: unknown,
): Promise<void> {
  if (!wasClosedFromOutside(failure) || !patched(PATCH)) return;
  try {
    await databaseActivities().endTask({ taskId, attempt, ending: { state: 'closed' } });
  } catch {
    // `reconcile` sees to what could not be recorded; nothing else may wait for it.
  }
}

function wasClosedFromOutside(failure: unknown): boolean {
  const cause = failure instanceof ChildWorkflowFailure ? failure.cause : null;
  return cause instanceof TerminatedFailure || cause instanceof TimeoutFailure;
}
