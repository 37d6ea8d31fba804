/**
 * Percent done, rounded down. While work goes on it never says 100: the last percent is the
 * stitching.
 * @param done and total in the same unit; an unknown total counts as nothing done
 */
export function percentDone(done: number, total: number | null, completed: boolean): number {
  if (completed) return 100;
  if (total === null || total <= 0) return 0;
  return Math.max(0, Math.min(99, Math.floor((100 * done) / total)));
}

/** Milliseconds of chunks that no other chunk covers. */
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
