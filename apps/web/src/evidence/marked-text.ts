/** A range of characters; `end` is after the last. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A piece of a line of a source. */
export interface MarkedPiece {
  readonly text: string;
  /** Whether it belongs to the quote, and whether to its value. */
  readonly mark: 'none' | 'quote' | 'value';
}

/**
 * Splits a line into the words before the quote, the quote with its value, and the words after it.
 * Ranges that go over an end of the line are cut.
 *
 * @param text - The line.
 * @param quote - Where the quote is; `null` for a line without it.
 * @param value - Where the value is; `null` when there is none.
 * @returns The pieces in order, without empty ones.
 */
export function markedPiecesOf(
  text: string,
  quote: TextRange | null,
  value: TextRange | null,
): readonly MarkedPiece[] {
  const ends = [quote, value].flatMap((range) => (range === null ? [] : [range.start, range.end]));
  const cuts = [0, ...ends, text.length]
    .map((position) => Math.min(Math.max(0, position), text.length))
    .sort((a, b) => a - b);
  return cuts.slice(1).flatMap((end, index) => {
    const start = cuts[index] ?? 0;
    const mark = isIn(value, start) ? 'value' : isIn(quote, start) ? 'quote' : 'none';
    return start === end ? [] : [{ text: text.slice(start, end), mark } as const];
  });
}

function isIn(range: TextRange | null, position: number): boolean {
  return range !== null && range.start <= position && position < range.end;
}
