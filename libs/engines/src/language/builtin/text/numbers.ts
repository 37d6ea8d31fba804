import { NUMBER_WORDS } from '../../guard/quantities/number-words.ts';
import { wordSet } from './words.ts';

/** Words that are numbers in everyday speech only. */
const EVERYDAY_NUMBERS = wordSet('half dozen');
/** English words that deny what is said with them, besides those that end in "n't". */
export const NEGATIONS = wordSet(
  'not never no without nor none nothing nobody neither nowhere cannot nope',
);
/** Words that nearly deny it: what is hardly done may be done. */
const NEARLY_NEGATIONS = wordSet('hardly barely');

/** Whether a lower-case word is a number in digits or in words. */
export function isNumber(key: string): boolean {
  return NUMBER_WORDS.has(key) || EVERYDAY_NUMBERS.has(key) || /\p{N}/u.test(key);
}

/** Whether a lower-case word is a negation. */
export function isNegation(key: string): boolean {
  return NEGATIONS.has(key) || NEARLY_NEGATIONS.has(key) || key.endsWith("n't");
}
