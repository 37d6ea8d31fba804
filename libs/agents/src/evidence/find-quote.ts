import { normalised, type NormalisedText } from './normalised-text.ts';
import { cutsWord } from './cuts-word.ts';
import type { TextRange } from './text-range.ts';

/** The same quote is looked for so often in a line: its value may be in a later place only. */
const MAX_PLACES = 20;

/** Marks that a model may put around a quote. */
const AROUND = /^[\s"'([{.,;:-]{1,10}|[\s"')\]}.,;:!?-]{1,10}$/gu;

/**
 * The places of a quote in a line, apart from white space, quotation marks, dashes and letter case.
 * A quote that starts or ends within a word or a number of the line is not in it.
 * @returns in characters of the original line; empty when the quote is not in it
 */
export function findQuote(line: NormalisedText, quote: string): readonly TextRange[] {
  const wanted = normalised(quote).text.trim();
  const places = placesOf(line, wanted);
  return places.length > 0 ? places : placesOf(line, wanted.replace(AROUND, ''));
}

function placesOf({ text, starts, ends }: NormalisedText, wanted: string): readonly TextRange[] {
  const places: TextRange[] = [];
  if (!/[\p{L}\p{N}]/u.test(wanted)) return places;
  let at = text.indexOf(wanted);
  for (let tried = 0; at >= 0 && tried < MAX_PLACES; tried += 1) {
    const last = at + wanted.length - 1;
    const [start, end] = [starts[at], ends[last]];
    const whole = !cutsWord(text, at) && !cutsWord(text, last + 1);
    if (whole && start !== undefined && end !== undefined) places.push({ start, end });
    at = text.indexOf(wanted, at + 1);
  }
  return places;
}
