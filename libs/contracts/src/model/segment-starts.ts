/** A segment of a recorded turn, and where it begins in the text of the turn. */
export interface SegmentStart {
  readonly segmentId: string;
  /** Milliseconds from the start of the clip. */
  readonly startMs: number;
  /** Index of its first character in the text of the turn, in UTF-16 code units. */
  readonly from: number;
}

/**
 * The segments that a range of the text of a turn touches.
 * @param starts all segments of the turn, in order
 * @param from index of the first character of the range
 * @param to index after its last character
 * @returns in order; the first may begin before the range. Empty for an empty range
 */
export function segmentsWithin(
  starts: readonly SegmentStart[],
  from: number,
  to: number,
): readonly SegmentStart[] {
  if (from >= to) return [];
  return starts.slice(Math.max(0, startedBefore(starts, from + 1) - 1), startedBefore(starts, to));
}

/** How many segments begin before an index. */
function startedBefore(starts: readonly SegmentStart[], index: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle]?.from ?? Infinity) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}
