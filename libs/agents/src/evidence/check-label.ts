import type { FactType } from '#contracts/model';
import { contentWordsIn, isNumeric, type ContentWord } from '../text/content-words.ts';
import type { LineEvidence } from './line-evidence.ts';
import { overlap, type TextRange } from './text-range.ts';

const MAX_CHARACTERS = 120;

/** Number of words of a label that is made from the quote. */
const MADE_OF_WORDS = 4;

/**
 * The label of a draft, if its words are those of the line or of what was said just before it; its
 * numbers must be in the line. Any other label is replaced by words of the quote, and no label by
 * the name of the type.
 */
export function checkLabel(
  stated: string,
  type: FactType,
  places: { readonly quoteAt: TextRange; readonly valueAt: TextRange | null },
  line: LineEvidence,
): string {
  const label = stated.trim().replaceAll(/\s+/gu, ' ');
  if (label === '') return type.label;
  const words = contentWordsIn(label);
  const isProven = words.length > 0 && label.length <= MAX_CHARACTERS && areSaid(words, line);
  if (isProven) return label;
  return labelOf(line.words, places.quoteAt, places.valueAt) || type.label;
}

function areSaid(words: readonly ContentWord[], line: LineEvidence): boolean {
  const missing = words.filter(({ key }) => !line.wordKeys.has(key));
  return missing.every(({ key }) => line.contextKeys.has(key));
}

/** The words of the quote that are nearest to its value, in their order. */
function labelOf(
  words: readonly ContentWord[],
  quoteAt: TextRange,
  valueAt: TextRange | null,
): string {
  const usable = words.filter(
    (word) =>
      overlap(word, quoteAt) && !isNumeric(word) && (valueAt === null || !overlap(word, valueAt)),
  );
  const middle = valueAt ?? { start: quoteAt.start, end: quoteAt.start };
  const nearest = [...usable].sort((one, other) => gap(one, middle) - gap(other, middle));
  const chosen = nearest.slice(0, MADE_OF_WORDS).sort((one, other) => one.start - other.start);
  return chosen
    .map(({ text }) => text)
    .join(' ')
    .slice(0, MAX_CHARACTERS);
}

function gap(word: TextRange, value: TextRange): number {
  return Math.max(word.start - value.end, value.start - word.end);
}
