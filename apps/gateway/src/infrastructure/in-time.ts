import { setTimeout as sleep } from 'node:timers/promises';

/** Somebody did not answer in time. */
export class TooLateError extends Error {
  override readonly name = 'TooLateError';
}

/**
 * Waits for an answer, but not for ever: connecting to a server that is away takes as long as it
 * takes, whatever deadline the call itself has.
 * @throws TooLateError after `patienceMs`; the work is not ended by that
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
