import type { SegmentSpan, SpokenCitation, SpokenSegment, SpokenTurn } from '#contracts/model';
import { heardWords } from './heard-words.ts';
import { segmentParts, type SegmentPart } from './spoken-source.ts';

/** Characters of a line. */
interface LineRange {
  readonly start: number;
  /** The one after the last. */
  readonly end: number;
}

/** Words that were heard with a lower probability are unclear. */
const CLEAR_CONFIDENCE = 0.5;

/** Where a quote was said. @param valueAt the words of its value */
export function spokenCitation(
  conversationId: string,
  turn: SpokenTurn,
  quote: LineRange,
  valueAt: LineRange | null,
): SpokenCitation {
  const parts = segmentParts(turn, quote);
  const times = turn.clipId === null ? null : timesOf(parts);
  return {
    kind: 'spoken',
    conversationId,
    turnId: turn.turnId,
    quote: parts.map(spanOf),
    value: valueAt === null ? [] : segmentParts(turn, valueAt).map(spanOf),
    clipId: turn.clipId,
    startMs: times?.startMs ?? null,
    endMs: times?.endMs ?? null,
  };
}

/**
 * Whether a range of a turn was heard clearly: every word of it with some confidence. Typed text, and
 * text that a person has edited, is clear.
 */
export function isClear(turn: SpokenTurn, range: LineRange): boolean {
  if (turn.clipId === null) return true;
  return segmentParts(turn, range).every(isPartClear);
}

function isPartClear(part: SegmentPart): boolean {
  const { edited, confidence } = part.segment;
  if (edited) return true;
  const words = heardWords(part);
  const least = words.length === 0 ? confidence : Math.min(...words.map((word) => word.confidence));
  return least >= CLEAR_CONFIDENCE;
}

function spanOf({ segment: { segmentId }, start, end }: SegmentPart): SegmentSpan {
  return { segmentId, start, end };
}

/** By the words that were heard; where none is found, by the position in the text. */
function timesOf(parts: readonly SegmentPart[]) {
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return null;
  const startMs = heardWords(first)[0]?.startMs ?? timeAt(first.segment, first.start);
  const endMs = heardWords(last).at(-1)?.endMs ?? timeAt(last.segment, last.end);
  return { startMs, endMs: Math.max(startMs, endMs) };
}

function timeAt({ startMs, endMs, text }: SpokenSegment, position: number): number {
  return Math.round(startMs + ((endMs - startMs) * position) / Math.max(1, text.length));
}
