import { contentWords } from '../../../text/content-words.ts';

/** Fewest content words of a task without a time: what to do, and with what. */
const FEWEST_WORDS = 2;
/** Words that do not say with what something is done. */
const NO_OBJECT =
  /\b(?:it|that|this|them|those|these|one|some|more|later|soon|again|too|also|well|as|myself|then|now|out|up|in|off|on|all|both|either|for|with|you|us|me|him|her|to|about|maybe|just|and|chat|look|check|double|a|bit|of|thing|things|stuff|around|like|directly|async|offline|separately)\b/giu;
/** Two subjects with hardly a word between them: the speaker has started again. */
const TANGLED = /\b(?:i|you|we|they)(?:'\p{L}+)? (?:\p{L}+ )?(?:i|you|we|they)(?:'\p{L}+)?\b/iu;

/** Whether a task can be understood by who was not there: it says what is to be done, and is no tangle. */
export function canBeRead(text: string, when: string | null): boolean {
  if (TANGLED.test(text) || !/\S\s+\S/u.test(text)) return false;
  if (when !== null) return true;
  const named = text.replace(/^\p{L}+(?:-\p{L}+)?/u, ' ').replaceAll(NO_OBJECT, ' ');
  return contentWords(text).length >= FEWEST_WORDS && contentWords(named).length > 0;
}
