import { findAmounts, type FoundAmount } from '#agents';
import type { SummaryLanguage } from '#contracts/model';
import { isFunctionWord } from '#domain';
import { isStopWord } from '../builtin/text/content-words.ts';
import { wordsIn, type Word } from '../builtin/text/words.ts';
import { GuardText, type GuardElement } from '../guard/elements.ts';
import { stemOf } from './content-stems.ts';
import { OTHER_NUMBER_WORDS } from './number-words.table.ts';

/** A number as a text states it, with its currency, unit, sign and percent. */
export interface NumberClaim {
  /** Its possible values, each with what belongs to it. Two numbers are the same if they share one. */
  readonly readings: readonly string[];
  /** Stems of the words right after it, which may be what is counted. */
  readonly counted: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Words of numbers that are mostly no numbers: "one of them", "first, we talk". */
const NO_CLAIM = new Set(['one', 'first', 'second', 'third', 'half', 'once', 'zero', 'quarter']);
/** Of money whose currency is not stated; it only has to be the same for both texts. */
const ANY_CURRENCY = 'XXX';

/**
 * The numbers of a text.
 * @param language of the text; `null` counts as English, for which number words are read best
 */
export function numbersIn(text: string, language: SummaryLanguage | null): readonly NumberClaim[] {
  const words = wordsIn(text);
  const found =
    language === null || language === 'en' ? englishNumbers(text) : otherNumbers(text, words);
  const isOfGrammar = (key: string) =>
    isStopWord(key) || (language !== null && language !== 'en' && isFunctionWord(key, language));
  return found.map((number) => ({
    ...number,
    counted: countedAfter(words, number.end, isOfGrammar),
  }));
}

/** A number without what is counted. */
type Found = Omit<NumberClaim, 'counted'>;

function englishNumbers(text: string): readonly Found[] {
  const elements = new GuardText(text).elements.filter(isNumber);
  return elements.map(({ readings, start, end }) => ({
    readings: readings.flatMap((reading) => [reading, ...inDay(reading)]),
    ...{ start, end },
  }));
}

function isNumber({ kind, text }: GuardElement): boolean {
  return kind === 'number' && !NO_CLAIM.has(text.toLowerCase());
}

/** "3:00 pm" is 15:00. */
function inDay(reading: string): readonly string[] {
  const found = /^(\d{1,2}):(\d\d) (am|pm)$/u.exec(reading);
  if (found === null) return [];
  const [, hour = '', minutes = '', half = ''] = found;
  return [`${(Number(hour) % 12) + (half === 'pm' ? 12 : 0)}:${minutes}`];
}

/** Amounts as the agents read them, then every other number in digits, and number words. */
function otherNumbers(text: string, words: readonly Word[]): readonly Found[] {
  const amounts = findAmounts(text, ANY_CURRENCY).map(({ value, start, end }) => ({
    readings: [readingOf(value)],
    ...{ start, end },
  }));
  const isApart = ({ start, end }: Word) =>
    !amounts.some((amount) => amount.start < end && start < amount.end);
  const others = words.filter(isApart).flatMap((word) => {
    const value = /\p{N}/u.test(word.text) ? plain(word.text) : OTHER_NUMBER_WORDS.get(word.key);
    return value === undefined
      ? []
      : [{ readings: [`quantity ${value} `, String(value)], start: word.start, end: word.end }];
  });
  return [...amounts, ...others].sort((one, other) => one.start - other.start);
}

function readingOf(value: FoundAmount['value']): string {
  switch (value.kind) {
    case 'money':
      return `money ${value.amount} ${value.upTo ?? ''} ${value.currency} ${value.per ?? ''}`;
    case 'percent':
      return `percent ${value.percent}`;
    case 'quantity':
      return `quantity ${value.quantity} `;
  }
}

/** Digits without separators of thousands, whichever they are. */
function plain(digits: string): string {
  return /^\d{1,3}(?:[.,]\d{3})+$/u.test(digits) ? digits.replaceAll(/[.,]/gu, '') : digits;
}

/** How many words after a number may be what it counts: "12 new hires". */
const COUNTED_WITHIN = 2;

function countedAfter(
  words: readonly Word[],
  end: number,
  isOfGrammar: (key: string) => boolean,
): readonly string[] {
  const next = words.findIndex(({ start }) => start >= end);
  if (next < 0 || (words[next]?.start ?? 0) > end + 1) return [];
  const counted: string[] = [];
  for (const { key, text } of words.slice(next, next + COUNTED_WITHIN)) {
    if (isOfGrammar(key) || key.length < 3 || /^\p{Lu}|\p{N}/u.test(text)) break;
    counted.push(stemOf(key));
  }
  return counted;
}
