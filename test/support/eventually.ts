import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits for a condition: calls the check until it no longer throws.
 * @param check throws while the condition does not hold
 * @param timeoutMs time after which the last error of the check is thrown
 * @returns the result of the check
 */
export async function eventually<Result>(
  check: () => Result | Promise<Result>,
  timeoutMs = 30_000,
): Promise<Result> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() >= deadline) throw error;
    }
    await sleep(50);
  }
}
