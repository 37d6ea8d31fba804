/**
 * Waits for a request to stop: a signal, or the end of the supervisor that started this process.
 * @returns the reason
 */
export function stopRequested(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => resolve(signal));
    }
    process.once('disconnect', () => resolve('the supervisor is gone'));
  });
}
