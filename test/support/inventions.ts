/** Words that begin with a capital wherever they are. */
const PRONOUN = /^I(?:['’]\p{L}+)?$/u;

/**
 * The names and numbers in a text that were not said: words with a digit, and words with a capital that do not
 * begin a sentence. It is an independent reading, much simpler than that of the product: what it finds is
 * wrong, though what it does not find need not be right.
 * @param said all that was said, and who said it
 */
export function inventionsIn(text: string, said: readonly string[]): readonly string[] {
  const known = new Set(said.flatMap(wordsOf).map(plain));
  const stated = text
    .split(/(?<=[.!?:])\s+|[\n"“”«»]/u)
    .flatMap((sentence) => wordsOf(sentence).filter((word, at) => isClaim(word, at)));
  return stated.filter((word) => !known.has(plain(word)));
}

function isClaim(word: string, at: number): boolean {
  if (/\p{N}/u.test(word)) return true;
  return at > 0 && /^\p{Lu}/u.test(word) && !PRONOUN.test(word);
}

/** The words of a text without case and marks. */
export function plainWords(text: string): readonly string[] {
  return wordsOf(text).map(plain);
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’.,:][\p{L}\p{N}]+)*/gu) ?? [];
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/['’]s$/u, '')
    .replace(/(?<=\d)(?:st|nd|rd|th)$/u, '')
    .replaceAll(/['’.,:]/gu, '');
}
