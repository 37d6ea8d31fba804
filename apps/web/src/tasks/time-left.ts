/** The finished amount at a point in time. */
export interface ProgressSample {
  /** Milliseconds of a monotonic clock. */
  readonly atMs: number;
  /** Finished milliseconds of audio. */
  readonly done: number;
}

/** Time window of the estimate: long enough to be stable, short enough to follow a change. */
const WINDOW_MS = 60_000;
/** Minimum observed time for an estimate. */
const MIN_OBSERVED_MS = 2000;

/**
 * Adds a progress sample. A restart (a retry) discards the previous samples.
 *
 * @returns The samples that the estimate needs, oldest first.
 */
export function addSample(
  samples: readonly ProgressSample[],
  sample: ProgressSample,
): readonly ProgressSample[] {
  const last = samples.at(-1);
  if (last === undefined || sample.done < last.done) return [sample];
  const kept = samples.filter((old) => sample.atMs - old.atMs <= WINDOW_MS);
  return [...kept, sample];
}

/**
 * Estimates the remaining time from the recent speed.
 *
 * @param samples - Samples of {@link addSample}.
 * @param total - Total milliseconds of audio; `null` when unknown.
 * @param nowMs - The current time, by the clock of the samples.
 * @returns Milliseconds, or `null` when it is too early to estimate.
 */
export function timeLeftMs(
  samples: readonly ProgressSample[],
  total: number | null,
  nowMs: number,
): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (total === null || first === undefined || last === undefined) return null;
  const watchedMs = last.atMs - first.atMs;
  const done = last.done - first.done;
  if (watchedMs < MIN_OBSERVED_MS || done <= 0) return null;
  const leftAtLastMs = ((total - last.done) * watchedMs) / done;
  return Math.max(0, leftAtLastMs - (nowMs - last.atMs));
}
