/** A part of a text: its first character, and the one after the last. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Whether a part lies within another one. */
export function isWithin(inner: TextRange, outer: TextRange): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Whether two parts have a character in common. */
export function overlap(one: TextRange, other: TextRange): boolean {
  return one.start < other.end && other.start < one.end;
}
