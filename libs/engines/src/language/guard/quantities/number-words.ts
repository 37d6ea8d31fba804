/** What a number word adds to a number. */
export interface NumberWord {
  readonly kind: 'unit' | 'teen' | 'ten' | 'hundred' | 'scale';
  readonly value: number;
  /** Whether it is an ordinal ("third"), which ends a number. */
  readonly ordinal: boolean;
}

const UNITS = 'zero one two three four five six seven eight nine';
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const UNIT_ORDINALS = 'zeroth first second third fourth fifth sixth seventh eighth ninth';
const TEEN_ORDINALS =
  'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth';
const TEN_ORDINALS =
  'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth';
const DECADES = 'twenties thirties forties fifties sixties seventies eighties nineties';

/** Number words in lower case. */
export const NUMBER_WORDS: ReadonlyMap<string, NumberWord> = new Map([
  ...numbered(UNITS, 'unit', false, (place) => place),
  ...numbered(UNIT_ORDINALS, 'unit', true, (place) => place),
  ...numbered(TEENS, 'teen', false, (place) => place + 10),
  ...numbered(TEEN_ORDINALS, 'teen', true, (place) => place + 10),
  ...numbered(TENS, 'ten', false, (place) => (place + 2) * 10),
  ...numbered(TEN_ORDINALS, 'ten', true, (place) => (place + 2) * 10),
  ...numbered('hundred', 'hundred', false, () => 100),
  ...numbered('hundredth', 'hundred', true, () => 100),
  ...numbered('thousand million billion trillion', 'scale', false, thousands),
  ...numbered('thousandth millionth billionth trillionth', 'scale', true, thousands),
]);

/** Decades in words, by their first two-digit year. */
export const DECADE_WORDS: ReadonlyMap<string, number> = new Map(
  DECADES.split(' ').map((word, place) => [word, (place + 2) * 10]),
);

/** The denominators of fractions; the plural is a fraction only ("two thirds"). */
export const DENOMINATORS: ReadonlyMap<string, number> = new Map([
  ...['half', 'halves'].map((word): [string, number] => [word, 2]),
  ...['quarter', 'quarters'].map((word): [string, number] => [word, 4]),
  ...'third fourth fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .flatMap((word, place): [string, number][] => [
      [word, place + 3],
      [`${word}s`, place + 3],
    ]),
]);

/** Short forms of scales, as written right after digits or said after a number. */
export const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['mn', 1e6],
  ['bn', 1e9],
  ['dozen', 12],
]);

function numbered(
  words: string,
  kind: NumberWord['kind'],
  ordinal: boolean,
  value: (place: number) => number,
): [string, NumberWord][] {
  return words.split(' ').map((word, place) => [word, { kind, value: value(place), ordinal }]);
}

function thousands(place: number): number {
  return 1_000 ** (place + 1);
}
