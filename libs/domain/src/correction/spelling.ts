import { distance } from 'fastest-levenshtein';

/**
 * Longest words that are compared letter by letter, which takes the product of their lengths. A text
 * without spaces, such as a Chinese one, is a single word of any length.
 */
const LONGEST_COMPARED = 1_000;

/**
 * Share of the letters in which two spellings differ, from 0 to 1. Longer words than are compared
 * letter by letter are either the same or differ entirely.
 */
export function lettersApart(one: string, other: string): number {
  if (one === other) return 0;
  const longest = Math.max(one.length, other.length);
  return longest > LONGEST_COMPARED ? 1 : distance(one, other) / longest;
}
