import {
  ChildWorkflowFailure,
  patched,
  TerminatedFailure,
  TimeoutFailure,
} from '@temporalio/workflow';
import type { RunClosing, WaitingTask } from '#contracts/messages';
import { databaseActivities } from '../shared/retry-classes.ts';

/** Runs that began before it leave this to `reconcile`. */
const PATCH = 'endings-of-terminated-runs';

/**
 * A run that an operator terminates, or that times out, cannot say so itself. Without a word it would
 * count as running until `reconcile` looks, and one whose work still waited would be started again.
 * @param failure what came of the run
 */
export async function recordEnding(
  { taskId, attempt }: WaitingTask,
  failure: unknown,
): Promise<void> {
  const closing = closingOf(failure);
  if (closing === null || !patched(PATCH)) return;
  try {
    await databaseActivities().endTask({ taskId, attempt, ending: { state: 'closed', closing } });
  } catch {
    // `reconcile` sees to what could not be recorded; nothing else may wait for it.
  }
}

function closingOf(failure: unknown): RunClosing | null {
  const cause = failure instanceof ChildWorkflowFailure ? failure.cause : null;
  if (cause instanceof TerminatedFailure) return 'terminated';
  return cause instanceof TimeoutFailure ? 'timedOut' : null;
}
