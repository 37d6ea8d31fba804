import { SUMMARY_LANGUAGES, type SummaryLanguage } from '#contracts/model';
import { FUNCTION_WORDS } from './function-words.table.ts';

/** As much of a text as is looked at, in words, from its beginning. */
const MOST_WORDS = 3_000;
/** Fewest words of grammar from which a language is told. */
const FEWEST = 2;
/** A text of fewer words tells little. In plain letters it counts as English, as everywhere else. */
const FEW_WORDS = 12;
/** How much more of them there must be than of the next language. */
const AHEAD = 1.15;
/** The share of all words that words of grammar have at least in text of a language. */
const LEAST_SHARE = 0.12;

/**
 * The language of a text, by its words of grammar.
 * @param texts in order; the first {@link MOST_WORDS} words count
 * @returns `null` when it is another one, or when the text is too short or too mixed to tell
 */
export function languageOf(texts: Iterable<string>): SummaryLanguage | null {
  const counts = new Map<SummaryLanguage, number>();
  let words = 0;
  let isPlain = true;
  for (const key of keysIn(texts)) {
    if (words === MOST_WORDS) break;
    words += 1;
    isPlain &&= /^[a-z']+$/u.test(key);
    for (const language of SUMMARY_LANGUAGES) {
      if (FUNCTION_WORDS[language].has(key)) counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  const ranked = [...counts].sort(([, one], [, other]) => other - one);
  const [language, count] = ranked[0] ?? [null, 0];
  const next = ranked[1]?.[1] ?? 0;
  const isClear = count >= FEWEST && count >= AHEAD * next && count >= LEAST_SHARE * words;
  if (isClear) return language;
  return words > 0 && words < FEW_WORDS && isPlain && next === 0 ? 'en' : null;
}

/** Whether {@link languageOf} looks at nothing that comes after these texts. */
export function tellLanguage(texts: Iterable<string>): boolean {
  let words = 0;
  for (const _ of keysIn(texts)) {
    words += 1;
    if (words === MOST_WORDS) return true;
  }
  return false;
}

/** Whether a lower-case word is a word of grammar of a language. */
export function isFunctionWord(key: string, language: SummaryLanguage): boolean {
  return FUNCTION_WORDS[language].has(key);
}

function* keysIn(texts: Iterable<string>): Generator<string> {
  for (const text of texts) {
    for (const { 0: word } of text.matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)) {
      yield word.toLowerCase().replaceAll('’', "'");
    }
  }
}
