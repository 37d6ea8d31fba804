/**
 * Percent done, rounded down. It stays below 100 until completion, because the last percent is the
 * stitching.
 * @param done in the same unit as `total`
 * @param total `null` when unknown, which gives 0
 */
export function percentDone(done: number, total: number | null, completed: boolean): number {
  if (completed) return 100;
  if (total === null || total <= 0) return 0;
  return Math.max(0, Math.min(99, Math.floor((100 * done) / total)));
}

/**
 * Milliseconds of audio that chunks cover. An overlap counts once.
 * @param chunks in order of their start
 */
export function uniqueAudioMs(
  chunks: readonly { readonly startMs: number; readonly endMs: number }[],
): number {
  let coveredToMs = 0;
  let sumMs = 0;
  for (const chunk of chunks) {
    sumMs += Math.max(0, chunk.endMs - Math.max(chunk.startMs, coveredToMs));
    coveredToMs = Math.max(coveredToMs, chunk.endMs);
  }
  return sumMs;
}
