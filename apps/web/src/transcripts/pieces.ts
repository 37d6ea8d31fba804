import type { TranscriptSegment, TranscriptWord } from '../api/types.ts';
import { changesBetween, type TextChange } from './text-changes.ts';

/** A part of a segment's text with uniform display. */
export interface Piece {
  readonly text: string;
  /** The timed word of this piece; `null` for spaces and for text that a correction added. */
  readonly word: TranscriptWord | null;
  /** Whether a correction changed it. */
  readonly changed: boolean;
}

/**
 * Splits a segment's text into its timed words and the text between them, so that spaces and
 * punctuation are preserved in every language. Words that a correction removed are omitted, and
 * text that it added is flagged as changed.
 *
 * @returns The pieces in order; joined they are the text.
 */
export function piecesOf({ text, words, layer, layers }: TextOfSegment): readonly Piece[] {
  const changes = layer === 'corrected' ? changesBetween(layers.raw, text) : [];
  let from = 0;
  const pieces = words.flatMap((word) => {
    const at = text.indexOf(word.text, from);
    if (at < 0 || word.text === '') return [];
    const between = unspoken(text, from, at, changes);
    from = at + word.text.length;
    return [...between, { text: word.text, word, changed: isChanged(changes, at, from) }];
  });
  return [...pieces, ...unspoken(text, from, text.length, changes)];
}

/** The fields of a segment that its text needs. */
export type TextOfSegment = Pick<TranscriptSegment, 'text' | 'words' | 'layer' | 'layers'>;

function isChanged(changes: readonly TextChange[], from: number, to: number): boolean {
  return changes.some((change) => change.from < to && from < change.to);
}

/** Text without times, split where changes start and end. */
function unspoken(
  text: string,
  from: number,
  to: number,
  changes: readonly TextChange[],
): readonly Piece[] {
  const edges = changes.flatMap((change) => [change.from, change.to]);
  const inside = edges.filter((edge) => edge > from && edge < to);
  const cuts = [from, ...new Set(inside), to].sort((left, right) => left - right);
  return cuts.slice(1).flatMap((end, at) => {
    const start = cuts[at] ?? end;
    if (start === end) return [];
    const changed = isChanged(changes, start, end);
    return [{ text: text.slice(start, end), word: null, changed }];
  });
}
