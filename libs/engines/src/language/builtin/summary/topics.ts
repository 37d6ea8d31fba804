import { isFunctionWord } from '#domain';
import type { SummaryLanguage } from '#contracts/model';
import { contentWords, isStopWord } from '../text/content-words.ts';
import { isEverydayWord } from '../text/english-words.ts';
import { isNumber } from '../text/numbers.ts';
import { wordsIn, type Word } from '../text/words.ts';
import type { Statement } from './statements.ts';

const MOST_TOPICS = 5;
/** A pair of words that is said less often is no topic; a word alone must be said more often. */
const FEWEST_PAIRS = 2;
const FEWEST_WORDS = 3;

/** A phrase that is said again and again. */
interface Phrase {
  readonly text: string;
  readonly words: readonly string[];
  count: number;
}

/**
 * What a conversation is about: pairs of words, and words that are not everyday ones, that are said again
 * and again, each in the words of the conversation.
 * @returns the most frequent first; none when nothing is said again
 */
export function topicsOf(
  statements: readonly Statement[],
  language: SummaryLanguage | null,
): readonly string[] {
  const phrases = new Map<string, Phrase>();
  for (const { text } of statements) {
    for (const words of phrasesIn(text, language)) count(phrases, text, words);
  }
  const frequent = [...phrases.values()].filter(isFrequent).sort((one, other) => {
    return other.count * other.words.length - one.count * one.words.length;
  });
  const topics: Phrase[] = [];
  for (const phrase of frequent) {
    if (topics.length === MOST_TOPICS) break;
    if (!topics.some(({ words }) => words.some((word) => phrase.words.includes(word)))) {
      topics.push(phrase);
    }
  }
  return topics.map(({ text }) => text);
}

/** The words of a sentence that carry content, alone and with the next one. */
function phrasesIn(text: string, language: SummaryLanguage | null): readonly (readonly Word[])[] {
  const words = wordsIn(text);
  return words.flatMap((word, n) => {
    if (!carriesContent(word, language)) return [];
    const next = words[n + 1];
    const isPair = next && carriesContent(next, language) && next.start === word.end + 1;
    return isPair ? [[word], [word, next]] : [[word]];
  });
}

function carriesContent({ key }: Word, language: SummaryLanguage | null): boolean {
  const isOfGrammar = language === null ? isStopWord(key) : isFunctionWord(key, language);
  return key.length > 2 && !isOfGrammar && !isStopWord(key) && !isNumber(key) && !key.includes("'");
}

function count(phrases: Map<string, Phrase>, sentence: string, words: readonly Word[]): void {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return;
  const text = sentence.slice(first.start, last.end);
  const stems = words.map(({ key }) => contentWords(key)[0] ?? key);
  const known = phrases.get(stems.join(' '));
  if (known) known.count += 1;
  else phrases.set(stems.join(' '), { text: inMidSentence(text, first), words: stems, count: 1 });
}

/** The capital of the first word of a sentence is no part of a topic, unless it is a name. */
function inMidSentence(text: string, first: Word): string {
  const isName = first.start > 0 || !isEverydayWord(first.key);
  return isName ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function isFrequent({ words, count: times }: Phrase): boolean {
  if (words.length > 1) return times >= FEWEST_PAIRS;
  return times >= FEWEST_WORDS && !isEverydayWord(words[0] ?? '');
}
