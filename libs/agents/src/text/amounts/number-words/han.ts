import Big from 'big.js';

const DIGITS = new Map(
  '零 一 二 三 四 五 六 七 八 九'.split(' ').map((digit, value) => [digit, value] as const),
);

const SMALL = new Map(Object.entries({ 十: 10, 百: 100, 千: 1_000 }));

/** The powers of ten of Chinese and Japanese, also those of two characters. */
export const HAN_SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ 十: 1e1, 百: 1e2, 千: 1e3, 十万: 1e5, 百万: 1e6, 千万: 1e7 },
    ...{ 万: 1e4, 萬: 1e4, 億: 1e8, 亿: 1e8 },
  }),
);

/** The number of a word of numerals, such as `五万` and `三百二十`; `null` when it is none. */
export function hanNumber(word: string): Big | null {
  let total = new Big(0);
  let section = new Big(0);
  let digit: number | null = null;
  for (const character of word) {
    const value = character === '〇' ? 0 : DIGITS.get(character);
    const small = SMALL.get(character);
    const large = HAN_SCALES.get(character);
    if (value !== undefined) {
      if (digit !== null) return null;
      digit = value;
    } else if (small !== undefined) {
      section = section.plus((digit ?? 1) * small);
      digit = null;
    } else if (large !== undefined) {
      const factor = section.plus(digit ?? 0);
      total = total.plus(factor.eq(0) ? large : factor.times(large));
      section = new Big(0);
      digit = null;
    } else return null;
  }
  return word === '' ? null : total.plus(section).plus(digit ?? 0);
}
