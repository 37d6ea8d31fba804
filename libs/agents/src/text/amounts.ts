import type { FoundAmount } from './amounts/found-amount.ts';
import { touchesCurrency } from './amounts/currencies.ts';
import { languageOfNumbers } from './amounts/number-words/lexicon.ts';
import { readAmounts } from './amounts/read-amount.ts';
import { type Token, tokensOf } from './amounts/tokens.ts';
import { findDates, type FoundDate } from './dates.ts';
import { languageOf } from './language.ts';
import { sentencesOf, type TextSpan } from './sentences.ts';

export type { FoundAmount } from './amounts/found-amount.ts';

/** Where dates are does not depend on the day to which they refer. */
const ANY_DAY = '2026-01-15';

/**
 * Finds the amounts of a text: money, percentages and quantities, in digits and in words.
 *
 * A number without a currency is a quantity; its unit is `''` when none is stated. It is money when
 * it has a rate, as in "200 a month". What only names something is no amount: dates, times, years,
 * telephone numbers, versions, rooms and ordinals.
 * @param currency ISO 4217; of money whose currency is not stated
 * @returns in the order of the text, without overlaps; in time linear in its length
 */
export function findAmounts(text: string, currency: string): readonly FoundAmount[] {
  return sentencesOf(text).flatMap((sentence) => amountsIn(sentence, currency));
}

function amountsIn({ text, start }: TextSpan, currency: string): readonly FoundAmount[] {
  const tokens = tokensOf(text);
  if (!tokens.some(({ kind }) => kind !== 'mark')) return [];
  const words = tokens.map(({ lower }) => lower);
  const language = languageOfNumbers(words, languageOf(text));
  const source = { tokens, language, currency, statesCurrency: statesCurrency(tokens) };
  const found: FoundAmount[] = [];
  for (let at = 0; at < tokens.length;) {
    const { amounts, next } = readAmounts(source, at);
    found.push(...amounts);
    at = next;
  }
  const mayBeDates = found.some(({ value }) => value.kind === 'quantity' || isRange(value));
  const dates = mayBeDates ? findDates(text, ANY_DAY) : [];
  const stated = found.filter((amount) => !isDate(amount, dates));
  return stated.map((each) => ({ ...each, start: each.start + start, end: each.end + start }));
}

function statesCurrency(tokens: readonly Token[]): boolean {
  return tokens.some(({ kind }, at) => kind === 'number' && touchesCurrency(tokens, at, at + 1));
}

/**
 * Money is no date, even when a date begins with the same number; but "10-12 May" is all date.
 */
function isDate({ value, start, end }: FoundAmount, dates: readonly FoundDate[]): boolean {
  if (isRange(value)) return dates.some((date) => date.start < end && end <= date.end);
  if (value.kind !== 'quantity') return false;
  return dates.some((date) => date.start < end && start < date.end);
}

function isRange(value: FoundAmount['value']): boolean {
  return value.kind === 'money' && value.upTo !== undefined;
}
