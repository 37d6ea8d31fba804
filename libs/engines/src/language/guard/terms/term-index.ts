import { lettersOf } from './term-sound.ts';
import type { GuardText } from '../elements.ts';
import { guardTokens } from '../guard-tokens.ts';

/** A name or term in its correct spelling. */
export interface Term {
  readonly spelling: string;
  /** Its letters and digits in lower case, without accents, spaces and punctuation. */
  readonly letters: string;
  /** The letters of each of its words. */
  readonly words: readonly string[];
}

/** The terms of a glossary by their letters. The words of a name are terms too: "Tanaka". */
export type TermIndex = ReadonlyMap<string, Term>;

/** Shorter words of a term are no terms by themselves. */
const LEAST_LETTERS = 4;
/** Longer texts are no terms. */
const LONGEST = 200;

/** Builds the index of a glossary. Of terms with the same letters, the first is used. */
export function termIndex(glossary: readonly string[]): TermIndex {
  const index = new Map<string, Term>();
  const parts = glossary.flatMap((term) => {
    const words = guardTokens(term);
    return words.length > 1 ? words.map(({ text }) => text) : [];
  });
  const words = parts.filter((part) => part.length >= LEAST_LETTERS);
  for (const spelling of [...glossary, ...words].map((term) => term.trim())) {
    const letters = lettersOf(spelling);
    if (letters === '' || index.has(letters)) continue;
    const own = guardTokens(spelling).map(({ text }) => lettersOf(text));
    index.set(letters, { spelling, letters, words: own });
  }
  return index;
}

/** Finds the terms in a text; each place is looked at once. */
export function termFinder(
  index: TermIndex,
  { text, elements }: GuardText,
): (from: number, to: number) => Term | null {
  const known = new Map<string, Term | null>();
  return (from, to) => {
    if (index.size === 0) return null;
    const place = `${from}-${to}`;
    const found = known.get(place);
    if (found !== undefined) return found;
    const written = text.slice(elements[from]?.start ?? 0, elements[to - 1]?.end ?? 0);
    const spelling = written.length > LONGEST ? '' : written.replace(/['’]s$/u, '');
    const term = index.get(lettersOf(spelling));
    const answer = term !== undefined && isSpelling(spelling, term.spelling) ? term : null;
    known.set(place, answer);
    return answer;
  };
}

/** Also with the capital of a sentence. */
function isSpelling(written: string, spelling: string): boolean {
  const capitalised = spelling.charAt(0).toUpperCase() + spelling.slice(1);
  return written === spelling || written === capitalised;
}
