import type { TimeRange, VoiceWindow } from '#contracts/model';

/** The voices that were heard in a chunk of a recording, or in all of it. */
export interface HeardInRange {
  /** Where there is speech, in order, without overlaps. */
  readonly regions: readonly TimeRange[];
  /** Windows over these regions, in order. */
  readonly windows: readonly VoiceWindow[];
}

/**
 * Joins the voices of chunks. Two chunks may have a range in common, which counts for the first one.
 * @param chunks in order
 */
export function joinVoices(chunks: readonly HeardInRange[]): HeardInRange {
  const regions: TimeRange[] = [];
  const windows: VoiceWindow[] = [];
  let heardToMs = 0;
  for (const chunk of chunks) {
    const isNew = ({ endMs }: TimeRange) => endMs > heardToMs;
    for (const { startMs, endMs } of chunk.regions.filter(isNew))
      regions.push({ startMs: Math.max(startMs, heardToMs), endMs });
    for (const window of chunk.windows.filter(isNew)) {
      if ((window.startMs + window.endMs) / 2 >= heardToMs) windows.push(window);
    }
    heardToMs = Math.max(heardToMs, ...chunk.regions.map(({ endMs }) => endMs));
  }
  return { regions, windows };
}
