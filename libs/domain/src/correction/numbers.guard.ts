import type { GuardToken } from './tokens.ts';

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const SMALL_ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const TENS_ORDINALS =
  'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth';
const SCALES: readonly (readonly [string, number])[] = [
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
];

const VALUES: ReadonlyMap<string, number> = new Map([
  ...numbered(SMALL, (place) => place),
  ...numbered(SMALL_ORDINALS, (place) => place),
  ...numbered(TENS, (place) => (place + 2) * 10),
  ...numbered(TENS_ORDINALS, (place) => (place + 2) * 10),
  ...SCALES.flatMap(([word, value]): [string, number][] => [
    [word, value],
    [`${word}s`, value],
  ]),
  ['dozen', 12],
  ['half', 0.5],
]);
const SCALE_VALUES = new Set(SCALES.map(([, value]) => value));

/**
 * The values of all numbers in order, written in digits or in words: "twenty-five" equals "25",
 * "1,000" equals "1000", "3rd" equals "third".
 */
export function numbersIn(tokens: readonly GuardToken[]): readonly string[] {
  const values: (string | number)[] = [];
  let run: number | null = null;
  for (const token of tokens) {
    const value = VALUES.get(token.key);
    if (token.key === 'and' && run !== null && run >= 100) continue;
    const joined: number | null =
      value !== undefined && run !== null && token.follows ? join(run, value) : null;
    if (joined !== null) values.pop();
    const next: string | number | null = joined ?? value ?? digits(token.key);
    run = typeof next === 'number' ? next : null;
    if (next !== null) values.push(next);
  }
  return values.map(String);
}

/** Whether a token is a number, in digits or in words. */
export function isNumber({ key }: GuardToken): boolean {
  return VALUES.has(key) || digits(key) !== null;
}

/** Joins two consecutive number words into one number; `null` when they are two numbers. */
function join(run: number, value: number): number | null {
  if (SCALE_VALUES.has(value) && run < value) return run * value;
  if (run >= 100 && run % 100 === 0 && value < 100 && value >= 1) return run + value;
  if (run >= 20 && run % 10 === 0 && value < 10 && value >= 1) return run + value;
  return null;
}

function digits(key: string): string | null {
  const found = /[-−]?\p{N}+(?:[.,:/]\p{N}+)*/u.exec(key)?.[0];
  if (found === undefined) return null;
  return found.replace('−', '-').replace(/,(?=\p{N}{3}(?!\p{N}))/gu, '');
}

function numbered(words: string, value: (place: number) => number): [string, number][] {
  return words.split(' ').map((word, place) => [word, value(place)]);
}
