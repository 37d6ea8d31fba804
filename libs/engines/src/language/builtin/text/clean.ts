import type { SummaryLanguage } from '#contracts/model';
import { withoutDisfluencies } from './disfluencies.ts';
import { capitalised } from './words.ts';

const OPENING =
  /^(?:[\s,.…–-]*\b(?:um+|uh+|er+|erm|hm+|mhm|oh|ah|so|well|okay|ok|'?kay|yeah|yep|yup|yes|right|alright|all right|now|like|i mean|you know|anyway|and|but|also|basically|actually|look|listen|hey|hi|then|sure|great|perfect|cool|good|thanks|thank you)\b(?=[\s,.…!–-]))+[\s,.…!–-]*/iu;
const HESITATION =
  /(?:,\s*)?\b(?:um+|uh+|erm|uhm)\b,?(?=\s|$)|,\s*(?:you know|i mean|like),(?=\s)/giu;
/** Only from the first character of a run, so that the time is linear. */
const LOOSE_END = /(?<![\s,;:–-])[\s,;:–-]+$/u;
/** What a hesitation leaves behind at the beginning. */
const LOOSE_START = /^[\s,.…–-]+/u;
const LAST_MARK = /[.!?…。！？]["'”’)\]]*$/u;

/**
 * A sentence for display in a summary: without opening words, fillers and what the speaker takes back at
 * once, with an initial capital and a final punctuation mark. Its content stays the same.
 * @param language of the sentence: words that open a sentence are known in English only, as which `null` counts
 */
export function cleanSentence(sentence: string, language: SummaryLanguage | null = 'en'): string {
  if (language !== null && language !== 'en') {
    const plain = withoutDisfluencies(sentence, language).replace(LOOSE_START, '');
    return finishedUnlessEmpty(plain.replace(LOOSE_END, ''));
  }
  const withoutFillers = withoutDisfluencies(expandShorthand(sentence).replace(HESITATION, ''));
  const bare = withoutFillers.replace(OPENING, '').replace(LOOSE_END, '');
  return finishedUnlessEmpty(bare);
}

function finishedUnlessEmpty(text: string): string {
  return text === '' ? '' : finished(text);
}

/** The text with an initial capital and a final punctuation mark. */
export function finished(text: string): string {
  const whole = capitalised(text.trim());
  return LAST_MARK.test(whole) ? whole : `${whole}.`;
}

/** Expands chat shorthand, such as "u" and "lets". */
function expandShorthand(sentence: string): string {
  return sentence
    .replace(
      /\b(lets)(?= (?!(?:us|you|me|him|her|them|it|people|everyone|anyone|users?)\b)\p{L})/giu,
      "let's",
    )
    .replace(
      /\bill(?= (?:\p{L}{3,}|be|do|go)\b)(?<=(?:^|[,.!?] |and |but |so |then )ill)/giu,
      "I'll",
    )
    .replace(/(?<![\p{L}\p{N}'’-])u(?![\p{L}\p{N}'’-])/gu, 'you')
    .replace(/(?<![\p{L}\p{N}'’.-])i(?=$|[\s,!?]|['’](?:m|ll|ve|d)\b)/gu, 'I');
}
