import Big from 'big.js';
import { centsAt } from './cents.ts';
import type { FactValue, Rate } from '#contracts/model';
import type { FoundAmount } from './found-amount.ts';
import { type NumberSpan, readSpan } from './amount-span.ts';
import { currencyAfter, currencyBefore } from './currencies.ts';
import { hedgeBefore } from './hedges.ts';
import { millionAfter } from './letter-million.ts';
import { speaksOfMoney, speaksOfPrice } from './money-words.ts';
import { isCode, isName } from './not-amounts.ts';
import { percentAt } from './percent.ts';
import { isRangeOfPrice } from './range-of-price.ts';
import { rateAt, rateBefore } from './rates.ts';
import { rateApart } from './rates-apart.ts';
import type { AmountSource } from './number-source.ts';
import { afterSequence, isSequence } from './sequences.ts';
import { spokenHundreds } from './spoken-hundreds.ts';
import type { Token } from './tokens.ts';
import { unitAt } from './units.ts';

/** The amounts at a token, and the index of the token to go on with. */
export interface ReadAmounts {
  readonly amounts: readonly FoundAmount[];
  readonly next: number;
}

const NOTHING = new Big(0);

/** What is known of an amount while the words around it are read. */
interface Surroundings {
  readonly span: NumberSpan;
  /** Index of its first token, with its sign and currency. */
  readonly from: number;
  readonly isNegative: boolean;
  /** Index of the token of its number. */
  readonly at: number;
}

/** Reads the amounts that begin at a token; none when there is no number. */
export function readAmounts(source: AmountSource, at: number): ReadAmounts {
  const read = readSpan(source, at);
  if (read === null) return { amounts: [], next: at + 1 };
  const span = spokenHundreds(source, at, read) ?? millionAfter(source, read);
  const before = signAndCurrency(source, at);
  const money = asMoney(source, { ...before, span }, before.currency);
  if (money !== null) return money;
  if (namesSomething(source, at, span)) {
    return { amounts: [], next: afterSequence(source, span.next) };
  }
  return asPercent(source, { ...before, span }) ?? asQuantity(source, { ...before, span });
}

/** "-€50", "€-50", "minus 50" */
function signAndCurrency({ tokens, currency: ofProject }: AmountSource, at: number) {
  const sign = isMinus(tokens, at - 1) ? at - 1 : at;
  const found = currencyBefore(tokens, sign - 1, ofProject);
  const first = found?.from ?? sign;
  const outer = found !== null && sign === at && isMinus(tokens, first - 1) ? first - 1 : first;
  return {
    from: outer,
    at,
    isNegative: sign < at || outer < first,
    currency: found?.currency ?? null,
  };
}

function isMinus(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.lower === 'minus') return true;
  const touches = tokens[at + 1]?.spaced === false;
  return (token?.text === '-' || token?.text === '−') && touches && token.spaced;
}

function asMoney(
  source: AmountSource,
  place: Surroundings,
  before: string | null,
): ReadAmounts | null {
  const { tokens, currency: ofProject } = source;
  const at = afterDash(tokens, place.span.next);
  const after = before === null ? currencyAfter(tokens, at, ofProject) : null;
  const cents = after === null ? null : centsAt(source, after.next);
  const end = cents?.next ?? after?.next ?? place.span.next;
  const rate = rateAt(tokens, end);
  const earlier = rate === null ? rateBefore(tokens[place.from - 1]) : null;
  const currency =
    before ?? after?.currency ?? (isBareMoney(source, place, rate !== null) ? ofProject : null);
  if (currency === null) return null;
  const next = rate?.next ?? end;
  const worth = { of: after?.worth ?? '1', more: cents?.amount ?? NOTHING };
  const per = rate?.per ?? earlier ?? rateApart(tokens, place.from, next);
  const value = moneyOf(place, currency, worth, per);
  const from = earlier === null ? place.from : place.from - 1;
  return { amounts: [amountOf(tokens, { ...place, from }, next, value)], next };
}

/** The dash of "1.200,- €" and "CHF 300.–". */
function afterDash(tokens: readonly Token[], at: number): number {
  if (!/^[.,]$/.test(tokens[at]?.text ?? '') || tokens[at]?.spaced !== false) return at;
  let next = at + 1;
  while (/^[-–—]$/.test(tokens[next]?.text ?? '') && next < at + 3) next++;
  return next > at + 1 ? next : at;
}

/** "200 a month", "two grand", and a range in a sentence about money. */
function isBareMoney(source: AmountSource, { span, at }: Surroundings, hasRate: boolean) {
  const { from, high, next } = span;
  const { tokens } = source;
  if (tokens[from.next - 1]?.lower === 'grand' || tokens[next - 1]?.lower === 'grand') return true;
  if (hasRate || isRangeOfPrice(source, at, span)) return true;
  if (high === null || source.statesCurrency || namesSomething(source, at, span)) return false;
  return (
    !percentAt(tokens, next) &&
    !unitAt(tokens, next, source.language) &&
    (speaksOfMoney(tokens) || (speaksOfPrice(tokens) && tokens[next]?.kind !== 'word'))
  );
}

function namesSomething(source: AmountSource, at: number, span: NumberSpan): boolean {
  const { tokens } = source;
  return isSequence(source, span) || isCode(tokens, at, span.next) || isName(tokens, at, span.next);
}

function moneyOf(
  { span, isNegative }: Surroundings,
  currency: string,
  worth: { readonly of: string; readonly more: Big },
  per: Rate | null,
): FactValue {
  const text = (number: NumberSpan['low']) =>
    number
      .times(worth.of)
      .plus(worth.more)
      .times(isNegative ? -1 : 1)
      .toFixed();
  return {
    kind: 'money',
    amount: text(span.low),
    ...(span.high === null ? {} : { upTo: text(span.high) }),
    currency,
    ...(per === null ? {} : { per }),
  };
}

function asPercent({ tokens }: AmountSource, place: Surroundings): ReadAmounts | null {
  const next = percentAt(tokens, place.span.next);
  if (next === null) return null;
  return eachOf(tokens, place, next, (percent) => ({ kind: 'percent', percent }));
}

function asQuantity({ tokens, language }: AmountSource, place: Surroundings): ReadAmounts {
  const unit = unitAt(tokens, place.span.next, language);
  const next = unit?.next ?? place.span.next;
  if (unit === null && isOneInWords(place)) return { amounts: [], next };
  return eachOf(tokens, place, next, (quantity) => ({
    kind: 'quantity',
    quantity,
    unit: unit?.unit ?? '',
  }));
}

/** "one of us", "un": a word that counts nothing. */
function isOneInWords({ span }: Surroundings): boolean {
  return !span.from.inDigits && span.low.eq(1) && span.high === null;
}

/** Shares and quantities have no range: both of its ends are amounts. */
function eachOf(
  tokens: readonly Token[],
  place: Surroundings,
  next: number,
  valueOf: (number: string) => FactValue,
): ReadAmounts {
  const { span, isNegative } = place;
  const signed = (number: NumberSpan['low']) => number.times(isNegative ? -1 : 1).toFixed();
  if (span.high === null || span.to === null) {
    return { amounts: [amountOf(tokens, place, next, valueOf(signed(span.low)))], next };
  }
  const low = amountOf(tokens, place, span.from.next, valueOf(signed(span.low)));
  const second = { ...place, from: span.from.next + 1 };
  const high = amountOf(tokens, second, next, valueOf(signed(span.high)));
  return { amounts: [low, high], next };
}

function amountOf(
  tokens: readonly Token[],
  { from, span }: Surroundings,
  next: number,
  value: FactValue,
): FoundAmount {
  const { approximate, bound } = hedgeBefore(tokens, from);
  return {
    value,
    start: tokens[from]?.start ?? 0,
    end: tokens[next - 1]?.end ?? 0,
    approximate: approximate || span.from.approximate || isOrSo(tokens, next),
    bound,
  };
}

/** "300 or so" */
function isOrSo(tokens: readonly Token[], next: number): boolean {
  return tokens[next]?.lower === 'or' && tokens[next + 1]?.lower === 'so';
}
