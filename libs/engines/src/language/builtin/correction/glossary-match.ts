import { distance } from 'fastest-levenshtein';
import type { CompactEntry } from '#contracts/model';
import { isCommonWord } from '../text/english-words.ts';
import { isNegation, isNumber } from '../text/numbers.ts';
import { wordSet } from '../text/words.ts';
import { termIndex, type Term } from '../../guard/terms/term-index.ts';
import { mayBeTerm, type HeardWord } from '../../guard/terms/term-proof.ts';
import { consonantCodes, lettersOf } from '../../guard/terms/term-sound.ts';

/** Glossary terms by their letters and by the codes of their consonants. */
export interface GlossaryIndex {
  readonly byLetters: ReadonlyMap<string, Term>;
  /** By the letters of what they sound like. */
  readonly byForm: ReadonlyMap<string, Term>;
  readonly bySound: ReadonlyMap<string, readonly Term[]>;
  /** Maximum number of words in the text that may match one term. */
  readonly widest: number;
}

const MAX_WORDS = 5;
/** Words with which a misheard name of several words neither starts nor ends. */
const EDGES = wordSet('a an the to of in on at and or is i it we you he she they so but for with');

/** Builds the index of a glossary; of terms with the same letters, the first is used. */
export function glossaryIndex(glossary: readonly CompactEntry[]): GlossaryIndex {
  const byLetters = termIndex(glossary);
  const bySound = new Map<string, Term[]>();
  const byForm = new Map<string, Term>();
  for (const term of byLetters.values()) {
    for (const form of term.soundsLike) if (!byForm.has(form)) byForm.set(form, term);
    for (const code of consonantCodes(term.letters)) {
      bySound.set(code, [...(bySound.get(code) ?? []), term]);
    }
  }
  const counts = Array.from(byLetters.values(), wordCount);
  const widest = counts.length === 0 ? 0 : Math.min(MAX_WORDS, Math.max(...counts) + 1);
  return { byLetters, byForm, bySound, widest };
}

/** Of the term, or of the longest that it sounds like. */
function wordCount({ words, soundsLike, entry }: Term): number {
  if (soundsLike.size === 0) return words.length;
  const forms = entry.soundsLike.map((form) => form.split(/[\s-]+/u).length);
  return Math.max(words.length, ...forms);
}

/**
 * The glossary term that consecutive words stand for.
 * @returns `null` when the words match no term closely enough
 */
export function matchTerm(heard: readonly HeardWord[], index: GlossaryIndex): Term | null {
  const written = lettersOf(heard.map(({ key }) => key).join(''));
  const exact = index.byLetters.get(written);
  if (exact !== undefined) return mayBeTerm(heard, exact) ? exact : null;
  const form = index.byForm.get(written);
  if (form !== undefined && mayBeTerm(heard, form)) return form;
  if (!mayBeMisheard(heard)) return null;
  const terms = consonantCodes(written).flatMap((code) => index.bySound.get(code) ?? []);
  const fit = terms.filter((term) => mayBeTerm(heard, term) && needsEveryWord(heard, term));
  return fit.reduce<Term | null>((best, term) => nearer(written, best, term), null);
}

function mayBeMisheard(heard: readonly HeardWord[]): boolean {
  const keys = heard.map(({ key }) => key);
  if (keys.some((key) => isNumber(key) || isNegation(key))) return false;
  const [first = '', last = ''] = [keys[0], keys.at(-1)];
  if (keys.length === 1) return !isCommonWord(first);
  return !EDGES.has(first) && !EDGES.has(last);
}

/** Whether every word is needed for the match: "temporal is" is no better than "temporal". */
function needsEveryWord(heard: readonly HeardWord[], { letters }: Term): boolean {
  if (heard.length === 1) return true;
  const [all = '', ...shorter] = [heard, heard.slice(1), heard.slice(0, -1)].map((words) =>
    lettersOf(words.map(({ key }) => key).join('')),
  );
  return shorter.every((some) => distance(all, letters) < distance(some, letters));
}

function nearer(written: string, best: Term | null, term: Term): Term {
  if (best === null) return term;
  return distance(written, term.letters) < distance(written, best.letters) ? term : best;
}
