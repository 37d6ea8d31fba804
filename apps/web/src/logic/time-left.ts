/** How much was done at a moment. */
export interface ProgressSample {
  /** Milliseconds of a clock that only goes forward. */
  readonly atMs: number;
  /** Milliseconds of audio that were finished. */
  readonly done: number;
}

/** The estimate looks back so far: long enough to be calm, short enough to follow a change. */
const WINDOW_MS = 60_000;
/** Before so much time has been watched, any estimate would be a guess. */
const LEAST_WATCHED_MS = 2000;

/**
 * Remembers a step of progress. Work that starts over (a retry) forgets the steps before it.
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
 * Estimates how long the rest will take at the speed seen lately.
 *
 * @param samples - As {@link addSample} keeps them.
 * @param total - All milliseconds of audio; `null` when unknown.
 * @param nowMs - Now, by the clock of the samples.
 * @returns Milliseconds, or `null` when it is too early to say.
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
  if (watchedMs < LEAST_WATCHED_MS || done <= 0) return null;
  const leftAtLastMs = ((total - last.done) * watchedMs) / done;
  return Math.max(0, leftAtLastMs - (nowMs - last.atMs));
}
