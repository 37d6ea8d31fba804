import { distance } from 'fastest-levenshtein';
import { isCommonWord, isEverydayWord } from '../text/english-words.ts';
import { isNegation, isNumber } from '../text/numbers.ts';
import { wordSet } from '../text/words.ts';
import { letters, sounds, type GlossaryIndex, type GlossaryTerm } from './glossary-index.ts';

/** Words that a misheard name neither begins nor ends with when it spans several. */
const EDGES = wordSet('a an the to of in on at and or is i it we you he she they so but for with');
/** Sounds that a term needs before ordinary words may be taken for it. */
const DISTINCT_SOUNDS = 4;
/** Ordinary words written together are a term of at least so many letters: "after word". */
const LETTERS_TO_JOIN = 6;

/** The term that a stretch of words stands for; `null` when it is better left alone. */
export function matchTerm(keys: readonly string[], index: GlossaryIndex): GlossaryTerm | null {
  const written = letters(keys.join(''));
  const exact = index.byLetters.get(written);
  if (exact !== undefined) return mayRespell(keys, exact) ? exact : null;
  if (!mayBeMisheard(keys)) return null;
  const heard = sounds(written).flatMap((sound) =>
    (index.bySound.get(sound) ?? []).map((term) => ({ term, sound })),
  );
  const fit = heard.filter(({ term, sound }) => isClose(keys, written, term, sound.length));
  return fit.reduce<GlossaryTerm | null>((best, { term }) => nearer(written, best, term), null);
}

/** Everyday words are not names even where a name is spelt like them: "Will", "Mark it". */
function mayRespell(keys: readonly string[], term: GlossaryTerm): boolean {
  if (keys.length === 1) return !isEverydayWord(keys[0] ?? '');
  if (keys.length === term.wordCount) return true;
  const inGeneralUse = keys.every((key) => isCommonWord(key));
  return !inGeneralUse || term.letters.length >= LETTERS_TO_JOIN;
}

function mayBeMisheard(keys: readonly string[]): boolean {
  if (keys.some((key) => isNumber(key) || isNegation(key))) return false;
  const [first = '', last = ''] = [keys[0], keys.at(-1)];
  if (keys.length === 1) return !isCommonWord(first);
  return !EDGES.has(first) && !EDGES.has(last);
}

function isClose(
  keys: readonly string[],
  written: string,
  term: GlossaryTerm,
  soundCount: number,
): boolean {
  if (/\p{N}/u.test(term.letters)) return false;
  if (keys.length > 1 && soundCount < DISTINCT_SOUNDS && keys.every(isCommonWord)) return false;
  const apart = distance(written, term.letters);
  const longest = Math.max(written.length, term.letters.length);
  if (apart > mostApart(longest, soundCount)) return false;
  return keys.length === 1 || isNearestWhole(keys, apart, term);
}

/** The more sounds agree, the more letters may differ. */
function mostApart(longest: number, soundCount: number): number {
  if (longest <= 3) return 0;
  if (longest === 4) return 1;
  if (soundCount <= 2) return 2;
  return Math.floor(longest * (soundCount >= 5 ? 0.5 : 0.4));
}

/** Whether every word is needed: "temporal is" is no better than "temporal". */
function isNearestWhole(keys: readonly string[], apart: number, term: GlossaryTerm): boolean {
  const shorter = [keys.slice(1), keys.slice(0, -1)].map((some) => letters(some.join('')));
  return shorter.every((some) => apart < distance(some, term.letters));
}

function nearer(written: string, best: GlossaryTerm | null, term: GlossaryTerm): GlossaryTerm {
  if (best === null) return term;
  return distance(written, term.letters) < distance(written, best.letters) ? term : best;
}
