/** A part of a text, as character positions; `text` is the part itself. */
export interface TextSpan {
  readonly text: string;
  readonly start: number;
  /** The character after the last. */
  readonly end: number;
}

/** Splits a text into sentences. Their spans do not overlap and are in order. */
export function sentencesOf(text: string): readonly TextSpan[] {
  return text.trim() === '' ? [] : [{ text, start: 0, end: text.length }];
}
