import { glossaryEntries, type CompactEntry, type GlossaryEntry } from '#contracts/model';
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
  /** The letters of what a person has said that it sounds like. */
  readonly soundsLike: ReadonlySet<string>;
  /** The entry that it is from, as a whole or as one of its words. */
  readonly entry: GlossaryEntry;
}

/** The terms of a glossary by their letters. The words of a name are terms too: "Tanaka". */
export type TermIndex = ReadonlyMap<string, Term>;

/** Shorter words of a term are no terms by themselves. */
const LEAST_LETTERS = 4;
/** Longer texts are no terms. */
const LONGEST = 200;

/** Builds the index of a glossary. Of terms with the same letters, the first is used. */
export function termIndex(glossary: readonly CompactEntry[]): TermIndex {
  const index = new Map<string, Term>();
  const entries = glossaryEntries(glossary);
  const wholes = entries.map((entry) => ({ spelling: entry.term, forms: entry.soundsLike, entry }));
  for (const { spelling, forms, entry } of [...wholes, ...entries.flatMap(wordsOfTerm)]) {
    const term = termOf(spelling.trim(), forms, entry);
    if (term.letters !== '' && !index.has(term.letters)) index.set(term.letters, term);
  }
  return index;
}

function wordsOfTerm(entry: GlossaryEntry) {
  const words = guardTokens(entry.term).map(({ text }) => text);
  if (words.length < 2) return [];
  const long = words.filter(({ length }) => length >= LEAST_LETTERS);
  return long.map((spelling) => ({ spelling, forms: [], entry }));
}

function termOf(spelling: string, forms: readonly string[], entry: GlossaryEntry): Term {
  return {
    spelling,
    letters: lettersOf(spelling),
    words: guardTokens(spelling).map(({ text }) => lettersOf(text)),
    soundsLike: new Set(forms.map(lettersOf).filter((form) => form !== '')),
    entry,
  };
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
