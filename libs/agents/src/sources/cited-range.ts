import type { SegmentSpan, SpokenTurn } from '#contracts/model';
import { SEPARATOR } from './spoken-source.ts';

/**
 * Where parts of segments are in the line of their turn, from the first to the end of the last.
 * @returns `null` when there are none, or the text of a segment has changed so much that it no
 * longer has the part
 */
export function citedRange(
  { segments }: Pick<SpokenTurn, 'segments'>,
  spans: readonly SegmentSpan[],
): { readonly start: number; readonly end: number } | null {
  const starts = startsOf(segments);
  const [first] = spans;
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return null;
  const [from, to] = [starts.get(first.segmentId), starts.get(last.segmentId)];
  if (from === undefined || to === undefined || last.end > to.length) return null;
  const range = { start: from.start + first.start, end: to.start + last.end };
  return range.start < range.end ? range : null;
}

/** Where each segment begins in the line, and how long it is. */
function startsOf(segments: SpokenTurn['segments']) {
  const starts = new Map<string, { readonly start: number; readonly length: number }>();
  let start = 0;
  for (const { segmentId, text } of segments) {
    starts.set(segmentId, { start, length: text.length });
    start += text.length + SEPARATOR.length;
  }
  return starts;
}
