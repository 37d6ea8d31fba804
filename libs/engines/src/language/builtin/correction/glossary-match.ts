import { distance } from 'fastest-levenshtein';
import { isCommonWord, isEverydayWord } from '../text/english-words.ts';
import { isNegation, isNumber } from '../text/numbers.ts';
import { wordSet } from '../text/words.ts';
import { letters, sounds, type GlossaryIndex, type GlossaryTerm } from './glossary-index.ts';

/** Words with which a misheard name of several words neither starts nor ends. */
const EDGES = wordSet('a an the to of in on at and or is i it we you he she they so but for with');
/** Minimum length of the phonetic code before several common words may match a term. */
const DISTINCT_SOUNDS = 4;
/** Minimum letters of a term that common words may be joined into: "after word". */
const LETTERS_TO_JOIN = 6;

/**
 * The glossary term that consecutive words stand for.
 * @param keys the words in lower case
 * @returns `null` when the words match no term closely enough
 */
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

/** Everyday words are not names, even when a name has the same spelling: "Will", "Mark it". */
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
  const editDistance = distance(written, term.letters);
  const longest = Math.max(written.length, term.letters.length);
  if (editDistance > maxDistance(longest, soundCount)) return false;
  return keys.length === 1 || needsEveryWord(keys, editDistance, term);
}

/** Maximum edit distance: the more sounds match, the more letters may differ. */
function maxDistance(longest: number, soundCount: number): number {
  if (longest <= 3) return 0;
  if (longest === 4) return 1;
  if (soundCount <= 2) return 2;
  return Math.floor(longest * (soundCount >= 5 ? 0.5 : 0.4));
}

/** Whether every word is needed for the match: "temporal is" is no better than "temporal". */
function needsEveryWord(
  keys: readonly string[],
  editDistance: number,
  term: GlossaryTerm,
): boolean {
  const shorter = [keys.slice(1), keys.slice(0, -1)].map((some) => letters(some.join('')));
  return shorter.every((some) => editDistance < distance(some, term.letters));
}

function nearer(written: string, best: GlossaryTerm | null, term: GlossaryTerm): GlossaryTerm {
  if (best === null) return term;
  return distance(written, term.letters) < distance(written, best.letters) ? term : best;
}
