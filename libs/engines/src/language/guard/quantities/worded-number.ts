import type { ReadNumber } from './literal-number.ts';
import { DECADE_WORDS, DENOMINATORS, NUMBER_WORDS } from './number-words.ts';
import { cardinal, digitGroups, type NumberPart } from './spoken-number.ts';
import type { TokenRun } from './token-run.ts';

/** Longest row of number words that is read as one number. */
const LONGEST = 24;
const SCALES = new Set(['hundred', 'thousand', 'million', 'billion', 'trillion', 'dozen']);
/** Before "one", these make a pronoun of it: "no one", "this one". */
const BEFORE_PRONOUN = new Set(
  'no any every some the this that each which another good only loved'.split(' '),
);
const AFTER_PRONOUN = new Set(['another', 'of', 'who', 'that', 'which']);

/** Reads a number in words; `null` when there is none. */
export function wordedNumber(run: TokenRun, at: number): ReadNumber | null {
  const [key, next] = [run.key(at), run.key(at + 1)];
  if (key === 'a' && run.follows(at + 1) && SCALES.has(next)) return article(run, at);
  if (key === 'half' || ((key === 'a' || key === 'one') && next === 'half')) return halves(run, at);
  if (key === 'a' && DENOMINATORS.has(next) && run.key(at + 2) === 'of') {
    return { readings: [`1/${DENOMINATORS.get(next) ?? 0}`], end: at + 2 };
  }
  if (key === 'a') return null;
  if (key === 'one' && isPronoun(run, at)) return null;
  if (key === 'second' && ['a', 'per', 'every', 'each'].includes(run.key(at - 1))) return null;
  const parts = partsFrom(run, at);
  const decade = decadeOf(run, at + parts.length, parts);
  if (decade !== null) return decade;
  return parts.length === 0 ? null : read(run, at, parts);
}

/** "a hundred and fifty" */
function article(run: TokenRun, at: number): ReadNumber | null {
  if (run.key(at + 1) === 'dozen') return { readings: ['12'], end: at + 2 };
  const rest = partsFrom(run, at + 1);
  const one = NUMBER_WORDS.get('one');
  const value = one === undefined ? null : cardinal([one, ...rest]);
  return value === null ? null : { readings: [String(value)], end: at + 1 + rest.length };
}

/** "half", "half a million"; "half past" is a time. */
function halves(run: TokenRun, at: number): ReadNumber | null {
  const half = run.key(at) === 'half' ? at : at + 1;
  const scale = run.key(half + 2);
  if (run.key(half + 1) === 'a' && SCALES.has(scale)) {
    const value = scale === 'dozen' ? 12 : (NUMBER_WORDS.get(scale)?.value ?? 0);
    return { readings: [String(value / 2)], end: half + 3 };
  }
  return { readings: ['1/2'], end: half + 1 };
}

function isPronoun(run: TokenRun, at: number): boolean {
  return BEFORE_PRONOUN.has(run.key(at - 1)) || AFTER_PRONOUN.has(run.key(at + 1));
}

/** The number words in a row, up to an ordinal. */
function partsFrom(run: TokenRun, at: number): readonly NumberPart[] {
  const parts: NumberPart[] = [];
  for (let next = at; next < at + LONGEST; next += 1) {
    if (next > at && !run.follows(next)) break;
    const part = partOf(run, next, parts.length);
    if (part === null) break;
    parts.push(part);
    if (typeof part === 'object' && part.ordinal) break;
  }
  return parts;
}

function partOf(run: TokenRun, at: number, place: number): NumberPart | null {
  const key = run.key(at);
  const word = NUMBER_WORDS.get(key);
  if (word !== undefined) return word;
  const next = NUMBER_WORDS.get(run.key(at + 1));
  if (next === undefined || !run.follows(at + 1)) return null;
  if (key === 'and') return place > 0 && !next.ordinal && joinsWithAnd(run, at) ? 'and' : null;
  if (key === 'point' && next.kind !== 'scale') return 'point';
  return (key === 'oh' || key === 'o') && next.kind === 'unit' && place > 0 ? 'oh' : null;
}

function joinsWithAnd(run: TokenRun, at: number): boolean {
  return SCALES.has(run.key(at - 1));
}

function decadeOf(run: TokenRun, at: number, before: readonly NumberPart[]): ReadNumber | null {
  const decade = DECADE_WORDS.get(run.key(at));
  if (decade === undefined || (before.length > 0 && !run.follows(at))) return null;
  const century = before.length === 0 ? '' : String(cardinal(before) ?? '?');
  return { readings: [`${century}${decade}s`], end: at + 1 };
}

function read(run: TokenRun, at: number, parts: readonly NumberPart[]): ReadNumber | null {
  const end = at + parts.length;
  const last = parts.at(-1);
  const value = cardinal(parts);
  if (typeof last === 'object' && last.ordinal) {
    return value === null ? null : { readings: [`ord:${value}`], end };
  }
  if (parts.includes('point')) return decimal(parts, end);
  const under = DENOMINATORS.get(run.key(end));
  if (under !== undefined && run.follows(end) && value !== null && value > 0) {
    const plural = run.key(end).endsWith('s');
    if (plural === value > 1) return { readings: [`${value}/${under}`], end: end + 1 };
  }
  const readings = [...(value === null ? [] : [String(value)]), ...groupReadings(parts)];
  return readings.length === 0 ? null : { readings, end };
}

function decimal(parts: readonly NumberPart[], end: number): ReadNumber | null {
  const point = parts.indexOf('point');
  const scaleAt = parts.findIndex((part) => typeof part === 'object' && part.kind === 'scale');
  const scale = scaleAt > point ? parts[scaleAt] : undefined;
  if (scale !== undefined && scaleAt !== parts.length - 1) return null;
  const whole = point === 0 ? 0 : cardinal(parts.slice(0, point));
  const digits = digitGroups(parts.slice(point + 1, scale === undefined ? undefined : -1));
  if (whole === null || digits === null || digits.length === 0) return null;
  const value = `${whole}.${digits.join('')}`;
  if (typeof scale !== 'object') return { readings: [value], end };
  return { readings: [scaled(value, scale.value)], end };
}

/** A decimal number times a scale, exact for as many decimals as the scale has zeros. */
export function scaled(value: string, scale: number): string {
  return String(Math.round(Number(value) * scale * 1_000) / 1_000);
}

/** What a row of groups may be: a year, a time, a price, or digits one by one. */
function groupReadings(parts: readonly NumberPart[]): readonly string[] {
  const groups = digitGroups(parts);
  if (groups === null || groups.length < 2) return [];
  const [first = '', second = ''] = groups;
  const apart = [groups.join(' ')];
  if (groups.length > 2) return [...apart, groups.join('')];
  if (second.length !== 2) return apart;
  const isTime = Number(first) <= 24 && Number(second) < 60;
  return [
    ...apart,
    first + second,
    `${first}.${second}`,
    ...(isTime ? [`${first}:${second}`] : []),
  ];
}
