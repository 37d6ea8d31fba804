/** Length of a name in a sentence, in characters. */
const LONGEST_NAME = 120;

/** A path as a sentence names it; of a long one, its end. */
export function shortName(path: string): string {
  return path.length <= LONGEST_NAME ? path : `…${path.slice(1 - LONGEST_NAME).toWellFormed()}`;
}
