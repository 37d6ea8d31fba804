import Big from 'big.js';
import { partsOfWord } from './number-words/lexicon.ts';
import type { NumberPart } from './number-words/number-part.ts';
import type { FoundNumber, NumberSource } from './number-source.ts';

/** Phrases that stand before a power of ten or a unit, in words, and the factor that they mean. */
const FACTORS: readonly (readonly [string, string, 'exact' | 'about'])[] = [
  ['three quarters of a', '0.75', 'exact'],
  ['a quarter of a', '0.25', 'exact'],
  ['quarter of a', '0.25', 'exact'],
  ['a quarter', '0.25', 'exact'],
  ['half a', '0.5', 'exact'],
  ['a half', '0.5', 'exact'],
  ['half', '0.5', 'exact'],
  ['a couple of', '2', 'about'],
  ['a couple', '2', 'about'],
  ['couple of', '2', 'about'],
  ['couple', '2', 'about'],
  ['eine halbe', '0.5', 'exact'],
  ['einer halben', '0.5', 'exact'],
  ['halbe', '0.5', 'exact'],
  ['eine viertel', '0.25', 'exact'],
  ['eineinhalb', '1.5', 'exact'],
  ['anderthalb', '1.5', 'exact'],
  ['zweieinhalb', '2.5', 'exact'],
  ['dreieinhalb', '3.5', 'exact'],
  ['un demi', '0.5', 'exact'],
  ['demi', '0.5', 'exact'],
  ['medio', '0.5', 'exact'],
  ['un par de', '2', 'about'],
];

const PHRASES = FACTORS.map(([words, factor, how]) => ({
  words: words.split(' '),
  factor: new Big(factor),
  approximate: how === 'about',
}));

/** "half a million", "a couple of hundred", "anderthalb Millionen". */
export function readHalf({ tokens, language }: NumberSource, at: number): FoundNumber | null {
  const phrase = PHRASES.find(({ words }) =>
    words.every((word, index) => tokens[at + index]?.lower === word),
  );
  if (phrase === undefined) return null;
  let next = at + phrase.words.length;
  if (tokens[next]?.text === '-') next++;
  const scale = multipleOf(partsOfWord(tokens[next]?.lower ?? '', language)?.[0]);
  if (scale === null) return null;
  const value = phrase.factor.times(scale);
  return { value, next: next + 1, inDigits: false, scale, approximate: phrase.approximate };
}

function multipleOf(part: NumberPart | undefined): number | null {
  if (part?.kind === 'scale') return part.value;
  return part?.kind === 'hundred' ? 100 : null;
}
