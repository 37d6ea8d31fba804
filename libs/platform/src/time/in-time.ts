import { setTimeout as sleep } from 'node:timers/promises';

/** The result of {@link orTooLate} when the limit was reached first. */
export const TOO_LATE = Symbol('too late');

/** An operation did not complete in time. */
class TooLateError extends Error {
  override readonly name = 'TooLateError';
}

/**
 * Waits for an operation, but not longer than a limit. The operation itself is not aborted.
 * @param limitMs maximum time to wait, in milliseconds
 * @returns its result, or {@link TOO_LATE} when the limit was reached first
 * @throws what the operation rejects with
 */
export async function orTooLate<Result>(
  limitMs: number,
  work: Promise<Result>,
): Promise<Result | typeof TOO_LATE> {
  const ending = new AbortController();
  const late = sleep(limitMs, TOO_LATE, { ref: false, signal: ending.signal });
  // Aborted when the operation ends first.
  late.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    ending.abort();
  }
}

/**
 * Limits the time to wait for an operation. The deadline of a gRPC call does not include the time
 * to connect to an unavailable server.
 * @param timeoutMs maximum time to wait, in milliseconds
 * @throws TooLateError after `timeoutMs`; the operation itself is not aborted
 */
export async function inTime<Answer>(timeoutMs: number, work: Promise<Answer>): Promise<Answer> {
  const answer = await orTooLate(timeoutMs, work);
  if (answer === TOO_LATE) throw new TooLateError(`no answer within ${timeoutMs} ms`);
  return answer;
}
