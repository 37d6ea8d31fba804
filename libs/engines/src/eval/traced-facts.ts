import type { SpokenText } from '#contracts/model';
import { sentencesOf } from '../language/builtin/text/sentences.ts';
import { wordsIn, type Word } from '../language/builtin/text/words.ts';
import { NUMBER_WORDS } from '../language/guard/quantities/number-words.ts';

/** Names, numbers and dates of a summary, and how many of them the conversation has. */
export interface TracedFacts {
  readonly facts: number;
  readonly traced: number;
  /** Those that the conversation does not have, as they are written. */
  readonly untraced: readonly string[];
}

/** Languages in which every noun has a capital: there a capital makes no name. */
const NOUNS_WITH_CAPITALS = new Set(['de', 'lb']);

/**
 * Looks up the numbers of a summary, in digits or English words, and the names in it: words with a capital
 * that do not begin a sentence. Days and months are among them. A number that only counts the turns is known.
 * It finds what is invented, not what is true and said of somebody else.
 *
 * It is another reading than that of the product, on purpose: the evidence check has left out what it can see, so
 * only something else can tell what it overlooks.
 * @param language of the conversation
 */
export function tracedFacts(
  summary: string,
  turns: readonly SpokenText[],
  language = 'en',
): TracedFacts {
  const said = turns.flatMap(({ speaker, text }) => [speaker, text]);
  const known = new Set([
    String(turns.length),
    ...said.flatMap((text) => wordsIn(text).flatMap(formsOf)),
  ]);
  const facts = sentencesOf(summary).flatMap((sentence) => factsIn(sentence, language));
  const untraced = facts.filter((fact) => !formsOf(fact).some((form) => known.has(form)));
  return {
    facts: facts.length,
    traced: facts.length - untraced.length,
    untraced: untraced.map(({ text }) => text),
  };
}

function factsIn(sentence: string, language: string): readonly Word[] {
  return wordsIn(sentence).filter(({ text, key, start }) => {
    if (/\p{N}/u.test(text)) return true;
    if (isNumberWord(key)) return true;
    if (NOUNS_WITH_CAPITALS.has(language.slice(0, 2))) return false;
    return /^\p{Lu}/u.test(text) && !/^I(?:$|['’])/u.test(text) && !begins(sentence, start);
  });
}

/** Whether a word is the first of a sentence, or of what somebody says in it ("Ada: We agree"). */
function begins(sentence: string, start: number): boolean {
  return /(?:^|[:“"«¿¡(–—-]\s*)[^\p{L}\p{N}]*$/u.test(
    sentence.slice(Math.max(0, start - 4), start),
  );
}

/** "one" is a pronoun as often as a number, and "second" a time. */
function isNumberWord(key: string): boolean {
  return NUMBER_WORDS.has(key) && !['one', 'first', 'second'].includes(key);
}

/** The forms in which a word may be known: without "'s", and a number without separators and ordinal endings. */
function formsOf({ key }: Pick<Word, 'key'>): readonly string[] {
  const value = NUMBER_WORDS.get(key)?.value;
  const plain = key.replace(/'s$/u, '');
  if (value !== undefined) return [key, String(value)];
  if (!/\p{N}/u.test(key)) return [plain];
  return [plain, plain.replaceAll(/[.,:/]/gu, '').replace(/(?<=\d)(?:st|nd|rd|th)$/u, '')];
}
