import { isFunctionWord } from '#domain';
import type { SummaryLanguage } from '#contracts/model';
import { isStopWord, stem } from '../builtin/text/content-words.ts';
import { wordsIn } from '../builtin/text/words.ts';
import { bareKey } from './names.ts';

/** The distinct stems of the words of a text that carry content; numbers are not among them. */
export function contentStems(text: string, language: SummaryLanguage | null): ReadonlySet<string> {
  const isEnglish = language === null || language === 'en';
  const carries = (key: string) =>
    key.length > 1 &&
    !/\p{N}/u.test(key) &&
    !(isEnglish ? isStopWord(key) : isFunctionWord(key, language));
  return new Set(
    wordsIn(text)
      .filter(({ key }) => carries(key))
      .map(({ key }) => stemOf(key)),
  );
}

/** The stem of a lower-case word, so that "hire", "hired" and "hires" are the same. */
export function stemOf(key: string): string {
  const plain = stem(bareKey(key));
  return plain.length > 3 ? plain.replace(/e$/u, '') : plain;
}
