import { wordsIn } from '../../../text/words.ts';

/** Most words of a sentence that are looked at. Sentences are split before they are longer. */
const MOST_WORDS = 80;
/** Most letters of a word that are looked at: no word of a table has more. */
const MOST_LETTERS = 40;

/**
 * A text as its words in lower case, with one space before and after each, so that patterns of words need no
 * punctuation. Parts of words at apostrophes and hyphens are words: "j'enverrai" is " j enverrai ".
 */
export function plainWords(text: string): string {
  const words = wordsIn(text)
    .slice(0, MOST_WORDS)
    .flatMap(({ key }) => key.split("'"))
    .map((word) => word.slice(0, MOST_LETTERS));
  return ` ${words.join(' ')} `;
}
