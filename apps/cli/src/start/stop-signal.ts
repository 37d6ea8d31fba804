const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Resolves on a stop request: Ctrl-C, a signal, or the exit of the parent script. Ctrl-C arrives
 * from the terminal and once more through `npm`, so further signals are ignored.
 */
export function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        resolve();
      });
    }
    process.once('disconnect', () => {
      resolve();
    });
  });
}
