import { comparableWord } from '#domain';
import type { TimedText } from './service-answer.ts';
import type { Token } from './tokens.ts';

/** A word of a text with its time. */
export type TimedToken = TimedText & Token;

/** A word of the text, with the time of the service's word that it is. */
interface Found {
  readonly token: Token;
  readonly word: TimedText | null;
}

/** How many words of a service are looked at to find one; its list may leave out or split some. */
const WINDOW = 8;

/**
 * The words of a text with their times. Services give words without punctuation beside a text that has it, and
 * not always the same ones: each word of the text has the time of its own one where there is one, and otherwise
 * shares the time between its neighbours by the lengths of the words.
 * @param tokens the words of the text, in order
 * @param words the words of the service, in order, with trusted times; may be empty
 * @param span when the text is said, in seconds
 */
export function timedTokens(
  tokens: readonly Token[],
  words: readonly TimedText[],
  span: Omit<TimedText, 'text'>,
): readonly TimedToken[] {
  const found = matched(tokens, words);
  const timed: TimedToken[] = [];
  let missing: Token[] = [];
  /** Gives the words since the last known time a share of the time until the next one. */
  const fill = (untilS: number) => {
    const startS = timed.at(-1)?.endS ?? span.startS;
    timed.push(...spread(missing, { ...span, startS, endS: Math.max(startS, untilS) }));
    missing = [];
  };
  for (const { token, word } of found) {
    if (word === null) {
      missing.push(token);
    } else {
      fill(word.startS);
      const startS = Math.max(word.startS, timed.at(-1)?.startS ?? 0);
      timed.push({ ...word, ...token, startS, endS: Math.max(startS, word.endS) });
    }
  }
  fill(span.endS);
  return timed;
}

function matched(tokens: readonly Token[], words: readonly TimedText[]): readonly Found[] {
  let from = 0;
  return tokens.map((token) => {
    const wanted = comparableWord(token);
    const near = words.slice(from, from + WINDOW);
    const at = wanted === '' ? -1 : near.findIndex((word) => comparableWord(word) === wanted);
    if (at === -1) return { token, word: null };
    from += at + 1;
    return { token, word: near[at] ?? null };
  });
}

/** Gives each word a share of the time by its length. */
function spread(
  tokens: readonly Token[],
  { startS, endS, confidence, speaker }: Omit<TimedText, 'text'>,
): readonly TimedToken[] {
  const total = tokens.reduce((sum, { text }) => sum + text.length, 0);
  const at = (length: number) => startS + ((endS - startS) * length) / Math.max(1, total);
  let before = 0;
  return tokens.map((token) => {
    const from = at(before);
    before += token.text.length;
    return { ...token, startS: from, endS: at(before), confidence, speaker };
  });
}
