import type { Language } from '../../language.ts';
import { ENGLISH } from './english.ts';
import { FRENCH } from './french.ts';
import { GERMAN, germanCompound } from './german.ts';
import type { NumberPart, NumberWords } from './number-part.ts';
import { SPANISH } from './spanish.ts';

const LEXICA: Readonly<Record<Language, NumberWords>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
};

const LANGUAGES = ['en', 'de', 'fr', 'es'] as const satisfies readonly Language[];

/**
 * What a word adds to a number. The language of a short sentence is not always clear, so words of
 * other languages count too, unless they mean something else.
 * @param word in lower case
 */
export function partsOfWord(word: string, language: Language): readonly NumberPart[] | null {
  const own = LEXICA[language].words.get(word);
  if (own) return own;
  for (const other of LANGUAGES) {
    const { words, own: owned } = LEXICA[other];
    const parts = owned.has(word) ? undefined : words.get(word);
    if (parts) return parts;
  }
  return germanCompound(word);
}

/** Whether a word may join two parts of a number. */
export function isAnd(word: string, language: Language): boolean {
  return word === LEXICA[language].and;
}

/** Whether a word stands before decimals. */
export function isPoint(word: string, language: Language): boolean {
  return LEXICA[language].point.includes(word);
}

/** The language of the number words of a sentence, when its other words do not tell. */
export function languageOfNumbers(words: readonly string[], guess: Language): Language {
  if (guess !== 'en') return guess;
  const foreign = words.filter((word) => !ENGLISH.words.has(word));
  const uses = (language: Language) =>
    foreign.some((word) => LEXICA[language].words.has(word) && !LEXICA[language].own.has(word));
  return LANGUAGES.find((language) => language !== 'en' && uses(language)) ?? guess;
}
