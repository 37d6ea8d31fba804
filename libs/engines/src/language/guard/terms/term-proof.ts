import { distance } from 'fastest-levenshtein';
import { isCommonWord, isEverydayWord } from '../../builtin/text/english-words.ts';
import { FUNCTION_WORDS } from '../function-words.ts';
import { isKnown } from '../lexicon.ts';
import { consonantCodes, lettersOf, vowelsAgree } from './term-sound.ts';
import type { Term } from './term-index.ts';

/** A word that was heard where a term may have been said. */
export interface HeardWord {
  /** In lower case, with straight apostrophes. */
  readonly key: string;
  /** Whether it has a capital that is not that of a sentence. */
  readonly looksLikeName: boolean;
}

/** What counts of a term when it is compared with what was heard. */
type SoundingTerm = Pick<Term, 'letters' | 'words' | 'soundsLike'>;

/** Minimum length of the code before known words may be joined into a term. */
const DISTINCT_SOUNDS = 4;
/** Minimum letters of a term that words in general use may be joined into: "after word". */
const LETTERS_TO_JOIN = 6;
/** Longest words that are compared letter by letter. */
const LONGEST = 60;
/** Largest share of differing letters. Where a dictionary knows how the term is said, more. */
const LETTERS_APART = 0.5;
const LETTERS_APART_SAID = 0.75;

/**
 * Whether words that were heard can only have been a term: its sound and its letters are near, and
 * they are neither a name nor ordinary words of their own. What a person has said that the term sounds
 * like need not be near, and may be a name; only words that everybody uses are not taken for it.
 */
export function mayBeTerm(heard: readonly HeardWord[], term: SoundingTerm): boolean {
  const written = lettersOf(heard.map(({ key }) => key).join(''));
  if (written === '' || written.length > LONGEST) return false;
  if (written === term.letters) return mayRespell(heard, term);
  if (term.soundsLike.has(written)) return !isOrdinary(heard);
  if (/\p{N}/u.test(term.letters) || /\p{N}/u.test(written)) return false;
  if (heard.length > 1 && heard.length === term.words.length) return eachMayBe(heard, term);
  return hasNoMeaning(heard) && soundsLike(heard, written, term);
}

/** Word by word: a name that was heard does not become another because its surname is right. */
function eachMayBe(heard: readonly HeardWord[], { words }: SoundingTerm): boolean {
  return heard.every((word, at) => {
    const letters = words[at] ?? '';
    if (lettersOf(word.key) === letters) return true;
    const soundsLike = new Set<string>();
    return mayBeTerm([word], { letters, words: [letters], soundsLike });
  });
}

/** Everyday words are not names, even when a name has the same spelling: "Will", "Mark it". */
function mayRespell(heard: readonly HeardWord[], term: SoundingTerm): boolean {
  const keys = heard.map(({ key }) => key);
  if (keys.length === 1) return !isEverydayWord(keys[0] ?? '');
  if (keys.length === term.words.length) return true;
  return !keys.every(isCommonWord) || term.letters.length >= LETTERS_TO_JOIN;
}

/**
 * Whether words are said so often with their own meaning that a person cannot have meant all of them by
 * what a term sounds like: "may" for "Mei".
 */
function isOrdinary(heard: readonly HeardWord[]): boolean {
  const keys = heard.map(({ key }) => withoutPossessive(key));
  if (keys.length === 1) return isEverydayWord(keys[0] ?? '');
  return keys.every((key) => FUNCTION_WORDS.has(key));
}

/** Whether no word, or not every word, means something by itself; nor does one belong elsewhere. */
function hasNoMeaning(heard: readonly HeardWord[]): boolean {
  const [first, last] = [heard[0], heard.at(-1)];
  if (first === undefined || last === undefined) return false;
  if (heard.length === 1) return !isKnown(withoutPossessive(first.key));
  if (heard.some(({ key }) => FUNCTION_WORDS.has(key))) return false;
  return !heard.every(({ key, looksLikeName }) => looksLikeName && isKnown(key));
}

function soundsLike(heard: readonly HeardWord[], written: string, term: SoundingTerm): boolean {
  const codes = consonantCodes(term.letters);
  const shared = consonantCodes(written).filter((code) => codes.includes(code));
  const most = Math.max(0, ...shared.map(({ length }) => length));
  const known = heard.every(({ key }) => isKnown(key));
  if (most === 0 || (heard.length > 1 && known && most < DISTINCT_SOUNDS)) return false;
  const isSingle = heard.length === 1;
  if ((isSingle || most < DISTINCT_SOUNDS) && !vowelsAgree(written, term.letters)) return false;
  const apart = distance(written, term.letters) / Math.max(written.length, term.letters.length);
  const farthest = isSingle && isKnown(term.letters) ? LETTERS_APART_SAID : LETTERS_APART;
  return apart <= farthest && sameStart(written, term.letters, isSingle);
}

/**
 * Names differ by their first sound most of all, and Double Metaphone takes some of these as equal:
 * "Sara" and "Zara".
 */
function sameStart(written: string, letters: string, isSingle: boolean): boolean {
  if (!isSingle) return true;
  const [one, other] = [written, letters].map((word) => word.replace(/^(?:ph)/u, 'f').charAt(0));
  const pair = [one, other].sort().join('');
  return one === other || ['ck', 'cq', 'kq', 'gj', 'cs', 'iy', 'ei', 'ea'].includes(pair);
}

function withoutPossessive(key: string): string {
  return key.replace(/'s$/u, '');
}
