import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;
/** A program that accepts a connection and never answers must not hold up the wait. */
const CHECK_MS = 10_000;

export interface WaitOptions {
  readonly timeoutMs: number;
  /** How long one check may take. */
  readonly checkTimeoutMs?: number;
  /** Ends the wait early, like a timeout. */
  readonly signal?: AbortSignal;
}

/**
 * Polls a condition. A check that throws counts as `false`, and so does one that has no answer in time.
 * @returns whether the condition became true in time
 */
export async function waitUntil(
  condition: () => Promise<boolean> | boolean,
  { timeoutMs, checkTimeoutMs = CHECK_MS, signal }: WaitOptions,
): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (signal?.aborted !== true) {
    const restMs = Math.max(POLL_MS, deadline - Date.now());
    if (await holdsWithin(Math.min(checkTimeoutMs, restMs), condition)) return true;
    if (Date.now() >= deadline) return false;
    await sleep(POLL_MS);
  }
  return false;
}

async function holdsWithin(
  timeoutMs: number,
  condition: () => Promise<boolean> | boolean,
): Promise<boolean> {
  const answered = new AbortController();
  const tooLate = sleep(timeoutMs, false, { signal: answered.signal }).catch(() => false);
  const held = await Promise.race([holds(condition), tooLate]);
  answered.abort();
  return held;
}

async function holds(condition: () => Promise<boolean> | boolean): Promise<boolean> {
  try {
    return await condition();
  } catch {
    return false;
  }
}
