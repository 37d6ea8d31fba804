import { isNegation, isNumber } from '../text/numbers.ts';
import { wordsIn, type Word } from '../text/words.ts';
import type { Edit, TextRule } from './edits.ts';
import {
  MEANT_PHRASES,
  NEVER_TWICE,
  NOT_THREE_TIMES,
  NOT_TWICE_AT_ONCE,
  PHRASE_OPENERS,
} from './stutters.table.ts';

/** What may stand between two words that are a repetition, spaces aside. */
const PAUSES: ReadonlySet<string> = new Set(['', ',', '…', '...', '-', '–', '—']);
const LONGEST_PHRASE = 4;

/**
 * Removes repeated words and short phrases. Repetitions that may be intended ("had had",
 * "very very", "no no") stay, and so do numbers and negations.
 */
export const stuttersRule: TextRule = {
  find: (text, { english }) => (english ? findStutters(text) : []),
};

function findStutters(text: string): readonly Edit[] {
  const words = wordsIn(text);
  const edits: Edit[] = [];
  for (let first = 0; first < words.length; first += 1) {
    const last = repetitionAt(text, words, first);
    const [kept, removed] = [words[last.kept], words[last.removed]];
    if (kept === undefined || removed === undefined || removed === kept) continue;
    edits.push({ start: kept.end, end: removed.end, text: '' });
    first = last.removed;
  }
  return edits;
}

/** Indices of the last word to keep and the last to remove; equal when nothing is removed. */
function repetitionAt(text: string, words: readonly Word[], first: number) {
  const times = wordTimes(text, words, first);
  if (times > 1) return { kept: first, removed: first + times - 1 };
  for (let length = LONGEST_PHRASE; length >= 2; length -= 1) {
    if (!isStutteredPhrase(text, words, first, length)) continue;
    return { kept: first + length - 1, removed: first + 2 * length - 1 };
  }
  return { kept: first, removed: first };
}

function wordTimes(text: string, words: readonly Word[], first: number): number {
  const key = words[first]?.key ?? '';
  if (!mayBeStuttered(key)) return 1;
  let times = 1;
  let adjacent = true;
  while (words[first + times]?.key === key && PAUSES.has(gap(text, words, first + times))) {
    adjacent &&= gap(text, words, first + times) === '';
    times += 1;
  }
  const stuttered =
    NEVER_TWICE.has(key) ||
    (adjacent && NOT_TWICE_AT_ONCE.has(key)) ||
    (times >= 3 && (NOT_THREE_TIMES.has(key) || NOT_TWICE_AT_ONCE.has(key)));
  return stuttered ? times : 1;
}

/** Other words are not counted: a long run of one would be counted again from each of its words. */
function mayBeStuttered(key: string): boolean {
  return NEVER_TWICE.has(key) || NOT_TWICE_AT_ONCE.has(key) || NOT_THREE_TIMES.has(key);
}

/** A repeated phrase at the end of the text is kept, because it may be for emphasis. */
function isStutteredPhrase(
  text: string,
  words: readonly Word[],
  first: number,
  length: number,
): boolean {
  const phrase = words.slice(first, first + length).map(({ key }) => key);
  const again = words.slice(first + length, first + 2 * length).map(({ key }) => key);
  if (phrase.join(' ') !== again.join(' ') || !PHRASE_OPENERS.has(phrase[0] ?? '')) return false;
  if (MEANT_PHRASES.has(phrase.join(' '))) return false;
  if (phrase.some((key) => isNumber(key) || isNegation(key))) return false;
  // "on and on and on", "over and over and over": the phrase is part of a longer repetition.
  if (words[first - 1]?.key === phrase.at(-1)) return false;
  if (words[first + 2 * length]?.key === phrase[0]) return false;
  for (let at = first + 1; at <= first + 2 * length; at += 1) {
    const between = gap(text, words, at);
    if (at === first + length ? !PAUSES.has(between) : between !== '') return false;
  }
  return first + 2 * length < words.length;
}

/** The text between a word and the one before it, without the spaces around it. */
function gap(text: string, words: readonly Word[], at: number): string {
  return text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? text.length).trim();
}
