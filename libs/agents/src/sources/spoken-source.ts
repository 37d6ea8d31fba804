import { dayIn, type SourceLine, type SpokenSegment, type SpokenTurn } from '#contracts/model';

/** Between the segments of a turn. */
export const SEPARATOR = ' ';

/** The turns of a conversation as lines, in their order. @param timeZone of the project */
export function spokenLines(turns: readonly SpokenTurn[], timeZone: string): readonly SourceLine[] {
  return turns.map(({ speaker, saidAt, segments }) => ({
    speaker,
    text: segments.map(({ text }) => text).join(SEPARATOR),
    date: dayIn(timeZone, saidAt),
  }));
}

/** A part of a segment. Positions are characters of its text. */
export interface SegmentPart {
  readonly segment: SpokenSegment;
  readonly start: number;
  readonly end: number;
}

/** The parts of the segments of a turn that a range of its line covers. */
export function segmentParts(
  { segments }: Pick<SpokenTurn, 'segments'>,
  range: { readonly start: number; readonly end: number },
): readonly SegmentPart[] {
  const parts: SegmentPart[] = [];
  let from = 0;
  for (const segment of segments) {
    const start = Math.max(range.start - from, 0);
    const end = Math.min(range.end - from, segment.text.length);
    if (start < end) parts.push({ segment, start, end });
    from += segment.text.length + SEPARATOR.length;
  }
  return parts;
}
