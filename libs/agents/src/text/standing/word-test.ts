/** Whether a sentence contains one of some phrases. */
export type WordTest = (sentence: string) => boolean;

/**
 * A test for phrases as whole words, in any case.
 * @param phrases regular expressions without repetitions of unbounded length, separated by `|`
 */
export function wordTest(...phrases: readonly string[]): WordTest {
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${phrases.join('|')})(?![\\p{L}\\d])`, 'iu');
  return (sentence) => pattern.test(sentence);
}
