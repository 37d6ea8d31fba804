import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;

export interface WaitOptions {
  readonly timeoutMs: number;
  /** Ends the wait early, like a timeout. */
  readonly signal?: AbortSignal;
}

/**
 * Polls a condition. A check that throws counts as `false`.
 * @returns whether the condition became true in time
 */
export async function waitUntil(
  condition: () => Promise<boolean> | boolean,
  { timeoutMs, signal }: WaitOptions,
): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (signal?.aborted !== true) {
    if (await holds(condition)) return true;
    if (Date.now() >= deadline) return false;
    await sleep(POLL_MS);
  }
  return false;
}

async function holds(condition: () => Promise<boolean> | boolean): Promise<boolean> {
  try {
    return await condition();
  } catch {
    return false;
  }
}
