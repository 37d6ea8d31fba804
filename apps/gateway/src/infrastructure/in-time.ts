import { setTimeout as sleep } from 'node:timers/promises';

/** An operation did not complete in time. */
export class TooLateError extends Error {
  override readonly name = 'TooLateError';
}

/**
 * Limits the time to wait for an operation. The deadline of a gRPC call does not include the time
 * to connect to an unavailable server.
 * @param timeoutMs maximum time to wait, in milliseconds
 * @throws TooLateError after `timeoutMs`; the operation itself is not aborted
 */
export async function inTime<Answer>(timeoutMs: number, work: Promise<Answer>): Promise<Answer> {
  const ending = new AbortController();
  const late = sleep(timeoutMs, undefined, { ref: false, signal: ending.signal });
  try {
    return await Promise.race([
      work,
      late.then(() => Promise.reject(new TooLateError(`no answer within ${timeoutMs} ms`))),
    ]);
  } finally {
    ending.abort();
  }
}
