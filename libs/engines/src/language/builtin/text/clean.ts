import { capitalised } from './words.ts';

const OPENING =
  /^(?:[\s,.…–-]*\b(?:um+|uh+|er+|erm|hm+|mhm|oh|ah|so|well|okay|ok|yeah|yep|yup|yes|right|alright|all right|now|like|i mean|you know|anyway|and|but|also|basically|actually|look|listen|hey|hi|then|sure|great|perfect|cool|good|thanks|thank you)\b(?=[\s,.…!–-]))+[\s,.…!–-]*/iu;
const HESITATION =
  /(?:,\s*)?\b(?:um+|uh+|erm|uhm)\b,?(?=\s|$)|,\s*(?:you know|i mean|like),(?=\s)/giu;
const LAST_MARK = /[.!?…。！？]["'”’)\]]*$/u;

/**
 * A sentence as a summary shows it: without the words that only open a turn or fill a pause, with a
 * capital at its beginning and a mark at its end. What it says is not touched.
 */
export function cleanSentence(sentence: string): string {
  const calm = writtenOut(sentence).replace(HESITATION, '').replace(/\s+/gu, ' ').trim();
  const bare = calm.replace(OPENING, '').replace(/[\s,;:–-]+$/u, '');
  return bare === '' ? '' : finished(bare);
}

/** The text with a capital and a last mark. */
export function finished(text: string): string {
  const whole = capitalised(text.trim());
  return LAST_MARK.test(whole) ? whole : `${whole}.`;
}

/** What chat shortens, in full. */
function writtenOut(sentence: string): string {
  return sentence
    .replace(/\b(lets)(?= \p{L})/giu, "let's")
    .replace(
      /\bill(?= (?:\p{L}{3,}|be|do|go)\b)(?<=(?:^|[,.!?] |and |but |so |then )ill)/giu,
      "I'll",
    )
    .replace(/(?<![\p{L}\p{N}'’-])u(?![\p{L}\p{N}'’-])/gu, 'you')
    .replace(/(?<![\p{L}\p{N}'’.-])i(?=$|[\s,!?]|['’](?:m|ll|ve|d)\b)/gu, 'I');
}
