const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Resolves when somebody wants us to stop: Ctrl-C, a signal, or the end of the script that started
 * us. Ctrl-C reaches us from the terminal and once more through `npm`, so every further signal
 * counts as the same wish.
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
