import { setTimeout as sleep } from 'node:timers/promises';

/** An operation did not complete in time. */
export class TooLateError extends Error {
  override readonly name = 'TooLateError';
}

/**
 * Limits the time to wait for an operation. The deadline of a gRPC call does not include the time
 * to connect to an unavailable server.
 * @param patienceMs maximum time to wait, in milliseconds
 * @throws TooLateError after `patienceMs`; the operation itself is not aborted
 */
export async function inTime<Answer>(patienceMs: number, work: Promise<Answer>): Promise<Answer> {
  const ending = new AbortController();
  const late = sleep(patienceMs, undefined, { ref: false, signal: ending.signal });
  try {
    return await Promise.race([
      work,
      late.then(() => Promise.reject(new TooLateError(`no answer within ${patienceMs} ms`))),
    ]);
  } finally {
    ending.abort();
  }
}
