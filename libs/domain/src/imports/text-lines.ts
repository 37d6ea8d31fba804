/** A line of a text. */
export interface TextLine {
  /** From 1. */
  readonly number: number;
  /** Without its line break and surrounding spaces. */
  readonly text: string;
}

const LINE_BREAK = /\r\n|\r|\n/g;

/** The lines of a text, one after the other, so that a long text need not be cut at once. */
export function* textLines(text: string): Generator<TextLine> {
  let start = 0;
  let number = 1;
  for (const found of text.matchAll(LINE_BREAK)) {
    yield { number, text: text.slice(start, found.index).trim() };
    start = found.index + found[0].length;
    number += 1;
  }
  yield { number, text: text.slice(start).trim() };
}
