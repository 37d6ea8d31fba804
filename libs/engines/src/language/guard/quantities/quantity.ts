import { CURRENCY_SIGNS, unitAt } from './units.ts';
import { literalNumber, type ReadNumber } from './literal-number.ts';
import { DENOMINATORS, NUMBER_WORDS, SHORT_SCALES } from './number-words.ts';
import type { TokenRun } from './token-run.ts';
import { scaled, wordedNumber } from './worded-number.ts';

/**
 * A number with what belongs to it: sign, currency, scale, percent, unit, a.m. or p.m.
 */
export interface Quantity {
  /** The values that it may stand for, each with its unit. The first is the most likely. */
  readonly readings: readonly string[];
  /** Index after its last token. */
  readonly end: number;
}

const SIGN_WORDS: ReadonlyMap<string, string> = new Map([
  ['-', '-'],
  ['minus', '-'],
  ['negative', '-'],
  ['+', '+'],
  ['plus', '+'],
]);

/** Reads the quantity that starts with a token; `null` when none does. */
export function quantityAt(run: TokenRun, at: number): Quantity | null {
  const clock = clockTime(run, at);
  if (clock !== null) return withUnit(run, clock, '', '');
  const sign = signAt(run, at);
  let from = sign === '' ? at : at + 1;
  const currency = CURRENCY_SIGNS.has(run.key(from)) ? run.key(from) : '';
  if (currency !== '') from += 1;
  const number = numberAt(run, from);
  if (number === null) return null;
  return withUnit(run, scaledBy(run, mixed(run, number)), sign, currency);
}

function numberAt(run: TokenRun, at: number): ReadNumber | null {
  return literalNumber(run, at) ?? wordedNumber(run, at);
}

/** A minus between numbers is an operator or a range, not a sign. */
function signAt(run: TokenRun, at: number): string {
  const sign = SIGN_WORDS.get(run.key(at));
  if (sign === undefined || !run.follows(at + 1)) return '';
  const before = run.tokens[at - 1];
  const afterNumber = before?.kind === 'number' || NUMBER_WORDS.has(before?.key ?? '');
  return afterNumber && run.follows(at) ? '' : sign;
}

const MINUTES_WORDS: ReadonlyMap<string, number> = new Map([
  ['quarter', 15],
  ['half', 30],
]);

/** "half past five", "a quarter to nine", "ten past five" */
function clockTime(run: TokenRun, at: number): ReadNumber | null {
  const from = run.key(at) === 'a' && run.key(at + 1) === 'quarter' ? at + 1 : at;
  const named = MINUTES_WORDS.get(run.key(from));
  const minutes = named ?? NUMBER_WORDS.get(run.key(from))?.value;
  const relation = run.key(from + 1);
  const isPast = relation === 'past' || (relation === 'after' && named !== undefined);
  const isTo = relation === 'to' && named === 15;
  if (minutes === undefined || minutes > 59 || !(isPast || isTo)) return null;
  const hour = NUMBER_WORDS.get(run.key(from + 2)) ?? literalHour(run.key(from + 2));
  if (hour === null || hour.ordinal || hour.value < 1 || hour.value > 12) return null;
  const start = isPast ? hour.value : hour.value === 1 ? 12 : hour.value - 1;
  const shown = String(isPast ? minutes : 60 - minutes).padStart(2, '0');
  return { readings: [`${start}:${shown}`], end: from + 3 };
}

function literalHour(key: string) {
  return /^\d{1,2}$/u.test(key) ? { value: Number(key), ordinal: false } : null;
}

/** "two and a half", "2 1/2" */
function mixed(run: TokenRun, number: ReadNumber): ReadNumber {
  const [value] = number.readings;
  if (value === undefined || !/^\d+$/u.test(value) || !run.follows(number.end)) return number;
  const literal = run.tokens[number.end]?.kind === 'number' ? literalNumber(run, number.end) : null;
  const fraction = /^(\d+)\/(\d+)$/u.exec(literal?.readings[0] ?? '');
  if (literal !== null && fraction !== null) {
    return sum(value, Number(fraction[1]) / Number(fraction[2]), literal.end);
  }
  if (run.key(number.end) !== 'and') return number;
  const isArticle = run.key(number.end + 1) === 'a';
  const under = DENOMINATORS.get(run.key(number.end + 2));
  const over = isArticle ? 1 : NUMBER_WORDS.get(run.key(number.end + 1))?.value;
  if (under === undefined || over === undefined) return number;
  return sum(value, over / under, number.end + 3);
}

function sum(whole: string, part: number, end: number): ReadNumber {
  return { readings: [String(Math.round((Number(whole) + part) * 1_000) / 1_000)], end };
}

/** "2k", "1.5 million", "two dozen" */
function scaledBy(run: TokenRun, number: ReadNumber): ReadNumber {
  const { end } = number;
  const token = run.tokens[end];
  if (token === undefined || !run.follows(end)) return number;
  const isMega = token.glued && token.text === 'M';
  const word = NUMBER_WORDS.get(token.key);
  const wordScale =
    word !== undefined && !word.ordinal && word.value >= 100 ? word.value : undefined;
  const scale = isMega ? 1e6 : (SHORT_SCALES.get(token.key) ?? wordScale);
  const readings = number.readings.filter((reading) => /^\d+(?:\.\d+)?$/u.test(reading));
  if (scale === undefined || readings.length === 0) return number;
  return { readings: readings.map((reading) => scaled(reading, scale)), end: end + 1 };
}

function withUnit(run: TokenRun, number: ReadNumber, sign: string, currency: string): Quantity {
  const { end } = number;
  const glued = run.tokens[end]?.glued === true;
  const found = unitAt(run.keysFrom(end, 3), glued);
  if (found !== null && (currency === '' || found.unit === currency)) {
    const whole = { number, end: end + found.count, unit: found.unit };
    const { values, to } = withCents(run, whole);
    const units = found.unit === 'pound' ? poundsIn(run) : [found.unit];
    const readings = units.flatMap((unit) => values.map((value) => sign + read(value, unit)));
    return { readings, end: to };
  }
  return { readings: number.readings.map((value) => sign + read(value, currency)), end };
}

/** A value with its unit. Times get minutes, amounts of money two decimals. */
function read(value: string, unit: string): string {
  if (unit === ':00') return /^\d+$/u.test(value) ? `${value}:00` : `${value} ${unit}`;
  const isHour = (unit === 'am' || unit === 'pm') && /^\d+$/u.test(value);
  if (isHour) return `${value}:00 ${unit}`;
  const isMoney = CURRENCY_SIGNS.has(unit) && /^\d+\.\d+$/u.test(value);
  const shown = isMoney ? value.replace(/(\.\d)$/u, '$10').replace(/\.00$/u, '') : value;
  return unit === '' ? shown : `${shown} ${unit}`;
}

interface WholeAmount {
  readonly number: ReadNumber;
  readonly unit: string;
  /** Index after its unit. */
  readonly end: number;
}

/** "five dollars and fifty cents" is one amount. */
function withCents(run: TokenRun, { number, unit, end }: WholeAmount) {
  const none = { values: number.readings, to: end };
  if (!CURRENCY_SIGNS.has(unit)) return none;
  const from = run.key(end) === 'and' ? end + 1 : end;
  const cents = run.follows(from) ? numberAt(run, from) : null;
  const found = cents === null ? null : unitAt(run.keysFrom(cents.end, 1), false);
  const [value, parts] = [number.readings[0], cents?.readings[0]];
  if (cents === null || found?.unit !== '¢' || !/^\d+$/u.test(value ?? '')) return none;
  if (parts === undefined || !/^\d{1,2}$/u.test(parts)) return none;
  return { values: [`${value ?? ''}.${parts.padStart(2, '0')}`], to: cents.end + 1 };
}

const WEIGHING = ['weigh', 'weighs', 'weighed', 'weight', 'heavy', 'lost', 'gained', 'lift'];

/** "pounds" are a weight where something is weighed, and money otherwise. */
function poundsIn(run: TokenRun): readonly string[] {
  return run.tokens.some(({ key }) => WEIGHING.includes(key)) ? ['pound', 'lb'] : ['pound', '£'];
}
