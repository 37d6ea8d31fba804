/**
 * Waits for a promise, but not longer than a limit; the work behind it goes on.
 * @returns its value, or `undefined` when the limit was reached first
 * @throws what the promise rejects with
 */
export async function inTime<Value>(
  limitMs: number,
  promise: Promise<Value>,
): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limitMs);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
