import type { Term } from '../../guard/terms/term-index.ts';
import type { HeardWord } from '../../guard/terms/term-proof.ts';
import { wordsIn, type Word } from '../text/words.ts';
import { matchTerm, type GlossaryIndex } from './glossary-match.ts';

/** The ending of a possessive, which is no part of a term. */
export const POSSESSIVE = /['’]s$/u;
const SENTENCE_START = /(?:^|[.!?]["')\]]?\s)\s*$/u;

/** Words of a text that stand for a term. */
export interface FoundTerm {
  readonly words: readonly Word[];
  readonly term: Term;
}

/** The terms of a glossary in a text, spelt right or not, in order and without overlap. */
export function findTerms(text: string, index: GlossaryIndex): readonly FoundTerm[] {
  if (index.widest === 0) return [];
  const words = wordsIn(text);
  const found: FoundTerm[] = [];
  for (let first = 0; first < words.length; first += 1) {
    const next = termAt(text, words, first, index);
    if (next === null) continue;
    found.push(next);
    first += next.words.length - 1;
  }
  return found;
}

/** Whether a sentence starts at a place of a text. */
export function opensSentence(text: string, at: number): boolean {
  return SENTENCE_START.test(text.slice(Math.max(0, at - 8), at));
}

/** The term for the longest match of words that starts at `first`. */
function termAt(
  text: string,
  words: readonly Word[],
  first: number,
  index: GlossaryIndex,
): FoundTerm | null {
  for (let wordCount = index.widest; wordCount >= 1; wordCount -= 1) {
    const span = words.slice(first, first + wordCount);
    if (span.length < wordCount || !isContiguous(text, span)) continue;
    const term = matchTerm(heardIn(text, span), index);
    if (term !== null) return { words: span, term };
  }
  return null;
}

function heardIn(text: string, span: readonly Word[]): readonly HeardWord[] {
  return span.map((word, n) => ({
    key: n === span.length - 1 ? word.key.replace(POSSESSIVE, '') : word.key,
    looksLikeName: /^\p{Lu}/u.test(word.text) && !opensSentence(text, word.start),
  }));
}

/** Whether only spaces or a hyphen separate the words, and they are not part of an address. */
function isContiguous(text: string, span: readonly Word[]): boolean {
  const [start, end] = [span[0]?.start ?? 0, span.at(-1)?.end ?? 0];
  if (/[@/\\_#.]/u.test(text.charAt(start - 1))) return false;
  if (/^(?:[@/\\_]|\.\p{L})/u.test(text.slice(end, end + 3))) return false;
  return span.slice(1).every((word, n) => {
    return /^(?:[^\S\n]+|-)$/u.test(text.slice(span[n]?.end ?? 0, word.start));
  });
}
