const EVERY_MS = 20;

/** The most memory of this process while something runs, threads included, in MiB. */
export async function withMemory<Result>(
  run: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly peakMebibytes: number }> {
  let peakBytes = process.memoryUsage.rss();
  const look = () => {
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
  };
  const looking = setInterval(look, EVERY_MS);
  try {
    const result = await run();
    look();
    return { result, peakMebibytes: Math.round(peakBytes / 1024 ** 2) };
  } finally {
    clearInterval(looking);
  }
}
