import type { Language } from '../language.ts';
import { numberOfDigits, spacedDigits } from './digits.ts';
import { touchesCurrency } from './currencies.ts';
import { readHan } from './han-amounts.ts';
import { readHalf } from './halves.ts';
import { isAnd, isPoint, partsOfWord } from './number-words/lexicon.ts';
import type { NumberPart } from './number-words/number-part.ts';
import { RunningNumber } from './number-words/running-number.ts';
import { scaleAt } from './scales.ts';
import type { FoundNumber, NumberSource } from './number-source.ts';
import type { Token } from './tokens.ts';

/** The number that begins at a token; `null` when there is none. */
export function readNumber(source: NumberSource, at: number): FoundNumber | null {
  const token = source.tokens[at];
  if (token === undefined || token.kind === 'mark') return null;
  const han = readHan(source.tokens, at);
  if (han !== null) return han;
  if (token.kind === 'number') return readDigits(source, at);
  return readHalf(source, at) ?? readWords(source, at);
}

function readDigits({ tokens, language }: NumberSource, at: number): FoundNumber | null {
  const spaced = spacedDigits(tokens, at);
  const isMoney = touchesCurrency(tokens, at, spaced.next) || isRangeOfMoney(tokens, spaced.next);
  const value = numberOfDigits(spaced.text, isMoney ? 'thousands' : marksOf(language));
  if (value === null) return null;
  const number = new RunningNumber();
  number.begin(value);
  let next = spaced.next;
  let scale = 1;
  for (
    let found = scaleAt(tokens, next, language);
    found;
    found = scaleAt(tokens, next, language)
  ) {
    if (!number.add(found.part)) break;
    scale = found.value;
    next = found.next;
  }
  const rest = restAfterScale(tokens[next], scale);
  if (rest !== null && number.add({ kind: 'small', value: rest })) next++;
  const tenths = tenthsAfterScale(tokens[next], scale);
  if (tenths !== null) {
    const value = number.value.plus(tenths * (scale / 10));
    return { value, next: next + 1, inDigits: true, scale, approximate: false };
  }
  return { value: number.value, next, inDigits: true, scale, approximate: false };
}

/** "1.500–2.000 €": the currency of a range stands after its second number. */
function isRangeOfMoney(tokens: readonly Token[], at: number): boolean {
  const isRange = RANGE.has(tokens[at]?.lower ?? '') && tokens[at + 1]?.kind === 'number';
  return isRange && touchesCurrency(tokens, at + 1, at + 2);
}

const RANGE = new Set([
  '-',
  '–',
  '—',
  'to',
  'bis',
  'à',
  'a',
  'und',
  'and',
  'et',
  'y',
  'oder',
  'or',
]);

/** Three digits after a point are decimals in English, unless they are money. */
function marksOf(language: Language): 'decimals' | 'thousands' {
  return language === 'en' ? 'decimals' : 'thousands';
}

/** "3k5" is 3.5 thousand. */
function tenthsAfterScale(token: Token | undefined, scale: number): number | null {
  const isTenth = scale === 1_000 && token?.spaced === false && /^[1-9]$/.test(token.text);
  return isTenth ? Number(token.text) : null;
}

/** "3 thousand 200" */
function restAfterScale(token: Token | undefined, scale: number): number | null {
  if (
    scale < 1_000 ||
    token?.kind !== 'number' ||
    !token.spaced ||
    !/^[1-9]\d{0,2}$/.test(token.text)
  )
    return null;
  return Number(token.text);
}

function readWords(source: NumberSource, at: number): FoundNumber | null {
  const { tokens, language } = source;
  const from = isArticle(tokens[at], language) ? at + 1 : at;
  const number = new RunningNumber();
  let next = addWord(source, from, number);
  if (next === from || (from > at && isSmall(source, from))) return null;
  if (isVague(source, at)) return null;
  for (let after = next; ; next = after) {
    after = addWord(source, next, number);
    if (after === next && !isBetween(source, at)) after = addJoined(source, next, number);
    if (after === next) break;
  }
  const thousands = tokens[next]?.lower === 'k' && number.add({ kind: 'scale', value: 1e3 });
  const scale = thousands ? 1e3 : scaleOfWord(source, next - 1);
  if (thousands) next++;
  return { value: number.value, next, inDigits: false, scale, approximate: false };
}

/** "a hundred", but not "a five". */
function isArticle(token: Token | undefined, language: Language): boolean {
  return language === 'en' && (token?.lower === 'a' || token?.lower === 'an');
}

const VAGUE = new Set(
  'few several many couple of paar mehrere einige quelques plusieurs varios varias algunos unos'.split(
    ' ',
  ),
);

/** "a few hundred" states no number. */
function isVague(source: NumberSource, at: number): boolean {
  return VAGUE.has(source.tokens[at - 1]?.lower ?? '') && !isSmall(source, at);
}

function isSmall({ tokens, language }: NumberSource, at: number): boolean {
  return partAt({ tokens, language }, at)?.kind === 'small';
}

/** The index after the word, or the same when it does not belong to the number. */
function addWord({ tokens, language }: NumberSource, at: number, number: RunningNumber): number {
  const isHyphen =
    tokens[at]?.text === '-' && !tokens[at].spaced && tokens[at + 1]?.spaced === false;
  const token = tokens[isHyphen ? at + 1 : at];
  const parts = token?.kind === 'word' ? partsOfWord(token.lower, language) : null;
  if (parts === null || !parts.every((part) => number.add(part))) return at;
  return at + (isHyphen ? 2 : 1);
}

/** "and fifty", "and a half", "point five". */
function addJoined(source: NumberSource, at: number, number: RunningNumber): number {
  const { tokens, language } = source;
  const word = tokens[at]?.lower ?? '';
  if (isPoint(word, language)) return addDecimals(source, at, number);
  if (!isAnd(word, language)) return at;
  const half = halfAfter(tokens, at + 1);
  if (half > at + 1) {
    number.addHalf();
    return half;
  }
  return number.takesAnd || language !== 'en' ? addAfterAnd(source, at, number) : at;
}

/** "two hundred and fifty" is one number, "two hundred and three hundred" are two. */
function addAfterAnd(source: NumberSource, at: number, number: RunningNumber): number {
  const rest = new RunningNumber();
  let next = at + 1;
  for (
    let after = addSmall(source, next, rest);
    after > next;
    after = addSmall(source, next, rest)
  ) {
    next = after;
  }
  const isHundreds = partAt(source, next)?.kind === 'hundred';
  if (next === at + 1 || isHundreds || rest.value.gte(100)) return at;
  return number.add({ kind: 'small', value: rest.value.toNumber() }) ? next : at;
}

function addSmall(source: NumberSource, at: number, number: RunningNumber): number {
  const first = source.tokens[at]?.text === '-' ? at + 1 : at;
  return partAt(source, first)?.kind === 'small' ? addWord(source, at, number) : at;
}

function partAt({ tokens, language }: NumberSource, at: number): NumberPart | undefined {
  return partsOfWord(tokens[at]?.lower ?? '', language)?.[0];
}

/** "between one hundred and two thousand" has two numbers. */
function isBetween({ tokens }: NumberSource, at: number): boolean {
  return /^(?:between|zwischen|entre)$/.test(tokens[at - 1]?.lower ?? '');
}

const HALVES = new Set(['half', 'halb', 'halbe', 'demi', 'demie', 'medio', 'media']);
const ARTICLES = new Set(['a', 'eine', 'ein']);

function halfAfter(tokens: readonly Token[], at: number): number {
  const half = ARTICLES.has(tokens[at]?.lower ?? '') ? at + 1 : at;
  return HALVES.has(tokens[half]?.lower ?? '') ? half + 1 : at;
}

const MAX_DECIMALS = 4;

function addDecimals(source: NumberSource, at: number, number: RunningNumber): number {
  let digits = '';
  let next = at + 1;
  for (; digits.length < MAX_DECIMALS; next++) {
    const parts = partsOfWord(source.tokens[next]?.lower ?? '', source.language);
    const part = parts?.[0];
    if (part?.kind !== 'small' || part.value > 99) break;
    digits += `${part.value}`;
  }
  if (digits === '' || !number.value.mod(1).eq(0)) return at;
  number.begin(number.value.plus(`0.${digits}`));
  return next;
}

function scaleOfWord({ tokens, language }: NumberSource, at: number): number {
  const part = partsOfWord(tokens[at]?.lower ?? '', language)?.at(-1);
  return part?.kind === 'scale' ? part.value : part?.kind === 'hundred' ? 100 : 1;
}
