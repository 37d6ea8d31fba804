import { currencyAfter } from './currencies.ts';
import { type NumberSpan, readSpan } from './amount-span.ts';
import { speaksOfMoney } from './money-words.ts';
import type { AmountSource } from './number-source.ts';

/** Nineteen and twenty begin years: "nineteen ninety", "twenty twenty-six". */
const BEGINS_YEAR: ReadonlySet<number> = new Set([19, 20]);
/** What stands before a time of the day. */
const BEFORE_TIME =
  /^(?:at|by|until|till|before|after|around|from|to|since|about|towards|room|bus|flight|line)$/;

/**
 * "Fourteen fifty" for 1,450, as prices are spoken in English; `null` where it may be a time, a year
 * or a reference.
 * @param first the number at whose end the second one begins
 */
export function spokenHundreds(
  source: AmountSource,
  at: number,
  first: NumberSpan,
): NumberSpan | null {
  const hundreds = first.low.toNumber();
  if (source.language !== 'en' || !isPlainWords(first) || !beginsPrice(hundreds)) return null;
  const second = readSpan(source, first.next);
  if (second === null || !isPlainWords(second)) return null;
  const rest = second.low.toNumber();
  if (rest < 10 || rest > 99 || readSpan(source, second.next) !== null) return null;
  if (!saysPrice(source, at, second.next, hundreds)) return null;
  const value = first.low.times(100).plus(rest);
  const from = { ...first.from, value, next: second.next };
  return { from, to: null, low: value, high: null, next: second.next };
}

function isPlainWords({ from, high, low }: NumberSpan): boolean {
  return !from.inDigits && from.scale === 1 && high === null && low.mod(1).eq(0);
}

function beginsPrice(hundreds: number): boolean {
  return hundreds > 0 && hundreds < 100 && !BEGINS_YEAR.has(hundreds);
}

/** "Ten thirty" may be a time, and "eight fifty" is 850 or 8.50. */
const LEAST_SURE = 10;
const LAST_HOUR = 12;

function saysPrice(source: AmountSource, at: number, next: number, hundreds: number): boolean {
  const { tokens, currency } = source;
  if (currencyAfter(tokens, next, currency) !== null) return true;
  const before = tokens[at - 1]?.lower ?? '';
  const after = tokens[next];
  if (BEFORE_TIME.test(before)) return false;
  if (after?.lower === 'plus') return true;
  const isEnd =
    after === undefined || after.kind === 'mark' || /^(?:for|and|in)$/.test(after.lower);
  return isEnd && hundreds >= LEAST_SURE && (hundreds > LAST_HOUR || speaksOfMoney(tokens));
}
