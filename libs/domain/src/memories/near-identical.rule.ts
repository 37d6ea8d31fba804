/** Share of words that two texts have in common, of all words in either, above which they say the same. */
const LEAST_IN_COMMON = 0.85;

/**
 * Whether two narratives say the same, so that one pin stands for both: nearly all their words are
 * the same, and none of the others is a number or has a capital, because a name or a number makes it
 * another memory. Linear in the lengths of the texts.
 */
export function isNearlyIdentical(one: string, other: string): boolean {
  const [mine, theirs] = [wordsOf(one), wordsOf(other)];
  const inCommon = [...mine.keys()].filter((key) => theirs.has(key)).length;
  const inEither = mine.size + theirs.size - inCommon;
  if (inEither === 0 || inCommon / inEither < LEAST_IN_COMMON) return false;
  return !hasFact(mine, theirs) && !hasFact(theirs, mine);
}

/** Whether there is a name or a number among the words that only the first text has. */
function hasFact(own: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): boolean {
  return [...own].some(([key, word]) => !others.has(key) && /^[\p{Lu}\p{N}]/u.test(word));
}

/**
 * The words of a text, by their lower-case form. A character of a script without spaces counts as a
 * word.
 */
function wordsOf(text: string): ReadonlyMap<string, string> {
  const words = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu,
  );
  return new Map(words?.map((word) => [word.toLowerCase(), word]));
}
