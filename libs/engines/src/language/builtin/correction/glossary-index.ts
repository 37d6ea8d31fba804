import { doubleMetaphone } from 'double-metaphone';
import { wordsIn } from '../text/words.ts';

/** A name or term in its correct spelling. */
export interface GlossaryTerm {
  readonly spelling: string;
  /** Its letters and digits in lower case, without accents, spaces and punctuation. */
  readonly letters: string;
  readonly wordCount: number;
}

/** Glossary terms by their letters and by their phonetic codes. */
export interface GlossaryIndex {
  readonly byLetters: ReadonlyMap<string, GlossaryTerm>;
  readonly bySound: ReadonlyMap<string, readonly GlossaryTerm[]>;
  /** Maximum number of words in the text that may match one term. */
  readonly widest: number;
}

const MAX_WORDS = 5;

/** Builds the index of a glossary; of terms with the same letters, the first is used. */
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
  return { byLetters, bySound, widest: Math.min(MAX_WORDS, Math.max(0, ...counts) + 1) };
}

/** The letters and digits of a text in lower case, without accents, spaces and punctuation. */
export function letters(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
  return plain.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The Double Metaphone codes of a word, at least two characters each; none for other alphabets. */
export function sounds(word: string): readonly string[] {
  if (!/^[a-z]+$/u.test(word)) return [];
  return [...new Set(doubleMetaphone(word))].filter((sound) => sound.length >= 2);
}
