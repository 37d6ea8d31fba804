import type { ConnectionLike } from '@temporalio/client';

/**
 * Deadline of a call to Temporal: a server that does not answer must not block its caller. It is
 * shorter than the lease of a delivery, so that no other process delivers the same row meanwhile.
 */
export const CALL_DEADLINE_MS = 5_000;

/**
 * Calls Temporal with a deadline.
 * @param call one or more calls, which share the deadline
 * @throws the error of the call
 */
export function withinDeadline<Answer>(
  connection: ConnectionLike,
  call: () => Promise<Answer>,
): Promise<Answer> {
  return connection.withDeadline(Date.now() + CALL_DEADLINE_MS, call);
}
