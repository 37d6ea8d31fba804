import type { TimeRange, VoiceWindow } from '#contracts/model';

/** The voices that were heard in a chunk of a recording, or in all of it. */
export interface HeardInRange {
  /** Where there is speech, in order, without overlaps. */
  readonly regions: readonly TimeRange[];
  /** Where two voices speak at once, in order. */
  readonly overlaps: readonly TimeRange[];
  /** Windows over these regions, in order. */
  readonly windows: readonly VoiceWindow[];
}

/**
 * Joins the voices of chunks. Two chunks may have a range in common, which counts for the first one.
 * @param chunks in order
 */
export function joinVoices(chunks: readonly HeardInRange[]): HeardInRange {
  const regions: TimeRange[] = [];
  const overlaps: TimeRange[] = [];
  const windows: VoiceWindow[] = [];
  let heardToMs = 0;
  for (const chunk of chunks) {
    const isNew = ({ endMs }: TimeRange) => endMs > heardToMs;
    const fresh = (ranges: readonly TimeRange[]) =>
      ranges.filter(isNew).map(({ startMs, endMs }) => ({
        startMs: Math.max(startMs, heardToMs),
        endMs,
      }));
    regions.push(...fresh(chunk.regions));
    overlaps.push(...fresh(chunk.overlaps));
    for (const window of chunk.windows.filter(isNew)) {
      if ((window.startMs + window.endMs) / 2 >= heardToMs) windows.push(window);
    }
    heardToMs = Math.max(heardToMs, ...chunk.regions.map(({ endMs }) => endMs));
  }
  return { regions, overlaps, windows };
}
