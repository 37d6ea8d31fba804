import { singular } from './singular.ts';

/** A word of a text that says what it is about. */
export interface ContentWord {
  /** In lower case and in the singular; equal for words that mean the same. */
  readonly key: string;
  readonly text: string;
  readonly start: number;
  /** The character after the last. */
  readonly end: number;
}

/** A number with its separators, or a word; the parts of a hyphenated word are words. */
const WORD = /\p{N}(?:[.,:/'’]?\p{N})*|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** Words without a subject of their own: function words, and words that introduce a correction. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    'a an the and or but if then so as of at by for with about from to up in out on off over per',
    'into than that this these those it its i me my we us our you your he him his she her they them',
    'their is are was were be been am has have had do does did will would can could should may might',
    'must not no yes just only also still again very about around roughly nearly almost some any all',
    'actually really sorry wait rather meant mean instead make made let lets say said well okay ok',
    'now today already there here what which who when where how',
  ]
    .join(' ')
    .split(' '),
);

/** The words of a text that say what it is about, in order; numbers are among them. */
export function contentWordsIn(text: string): readonly ContentWord[] {
  return Array.from(text.matchAll(WORD), ({ 0: found, index }) => ({
    key: keyOf(found),
    text: found,
    start: index,
    end: index + found.length,
  })).filter(({ key }) => key !== '' && !STOP_WORDS.has(key));
}

/** Whether a word is a number in digits. */
export function isNumeric({ text }: ContentWord): boolean {
  return /^\p{N}/u.test(text);
}

/** French and Italian words that lose their last vowel before another word. */
const ELIDED = /^(?:[jldnmtsc]|qu|jusqu|lorsqu|puisqu|dell|nell|all|un)'(?=\p{L}{2})/u;

function keyOf(word: string): string {
  const lower = word.normalize('NFC').toLowerCase();
  if (STOP_WORDS.has(lower)) return lower;
  if (!/['’]/.test(lower)) return singular(lower);
  const base = lower
    .replaceAll('’', "'")
    .replace(ELIDED, '')
    .replace(/'(?:s|ll|re|ve|d|m)$/, '');
  return STOP_WORDS.has(base) ? base : singular(base);
}
