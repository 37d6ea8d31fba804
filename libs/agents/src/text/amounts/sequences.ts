import { type NumberSpan, readSpan } from './amount-span.ts';
import type { NumberSource } from './number-source.ts';

/** Numbers in a row are a reference, spoken digits or a year: "twenty twenty six", "5551 0023". */
export function isSequence(source: NumberSource, span: NumberSpan): boolean {
  const follows = readSpan(source, span.next);
  return follows !== null && follows.from.inDigits === span.from.inDigits;
}

/** The index of the first token after numbers in a row. */
export function afterSequence(source: NumberSource, at: number): number {
  let next = at;
  for (let span = readSpan(source, next); span; span = readSpan(source, next)) next = span.next;
  return next;
}
