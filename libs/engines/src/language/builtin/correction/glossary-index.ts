import { doubleMetaphone } from 'double-metaphone';
import { wordsIn } from '../text/words.ts';

/** A name or term in its right spelling. */
export interface GlossaryTerm {
  readonly spelling: string;
  /** Its letters in lower case, without marks and spaces. */
  readonly letters: string;
  readonly wordCount: number;
}

/** Terms by how they are written and by how they sound. */
export interface GlossaryIndex {
  readonly byLetters: ReadonlyMap<string, GlossaryTerm>;
  readonly bySound: ReadonlyMap<string, readonly GlossaryTerm[]>;
  /** Most words of the text that one term may stand for. */
  readonly widest: number;
}

const MOST_WORDS = 5;

/** Prepares the terms of a glossary; of terms written alike the first counts. */
export function glossaryIndex(glossary: readonly string[]): GlossaryIndex {
  const byLetters = new Map<string, GlossaryTerm>();
  const bySound = new Map<string, GlossaryTerm[]>();
  for (const spelling of glossary.map((term) => term.trim())) {
    const term = { spelling, letters: letters(spelling), wordCount: wordsIn(spelling).length };
    if (term.letters === '' || byLetters.has(term.letters)) continue;
    byLetters.set(term.letters, term);
    for (const sound of sounds(term.letters)) {
      bySound.set(sound, [...(bySound.get(sound) ?? []), term]);
    }
  }
  const counts = Array.from(byLetters.values(), ({ wordCount }) => wordCount);
  return { byLetters, bySound, widest: Math.min(MOST_WORDS, Math.max(0, ...counts) + 1) };
}

/** The letters and digits of a text in lower case, without accents, spaces and marks. */
export function letters(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
  return plain.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** How letters sound, in the ways that English may read them; none for other alphabets. */
export function sounds(word: string): readonly string[] {
  if (!/^[a-z]+$/u.test(word)) return [];
  return [...new Set(doubleMetaphone(word))].filter((sound) => sound.length >= 2);
}
