import { wordSet } from './words.ts';

const NUMBER_WORDS = wordSet(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  'sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety',
  'hundred thousand million billion first second third fourth fifth sixth seventh eighth ninth',
  'tenth half dozen',
);
const NEGATIONS = wordSet(
  'not never no without nor none nothing nobody neither nowhere cannot nope hardly barely',
);

/** Whether a lower-case word is a number in digits or in words. */
export function isNumber(key: string): boolean {
  return NUMBER_WORDS.has(key) || /\p{N}/u.test(key);
}

/** Whether a lower-case word is a negation. */
export function isNegation(key: string): boolean {
  return NEGATIONS.has(key) || key.endsWith("n't");
}
