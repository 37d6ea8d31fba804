import { isFunctionWord } from '#domain';
import type { SummaryLanguage } from '#contracts/model';
import { isCommonWord, isEverydayWord } from '../builtin/text/english-words.ts';
import { wordsIn, type Word } from '../builtin/text/words.ts';
import { CALENDAR_WORDS } from './calendar-words.table.ts';

/** A name as a sentence states it. */
export interface NameClaim {
  /** Its words in lower case, without a possessive ending. */
  readonly keys: readonly string[];
  /** Whether its first word begins a sentence and is an everyday one, so that it may be no part of it: "Send Ada". */
  readonly opensWithEverydayWord: boolean;
  readonly start: number;
  readonly end: number;
}

/** Titles before a name, which are not part of it. */
const HONORIFICS = new Set('mr mrs ms dr prof professor sir herr frau mme m sr sra'.split(' '));
/** The pronoun of the first person, alone or in a contraction. */
const PRONOUN_I = /^I(?:$|['’])/u;
/** Endings of English words that are no names. */
const ENGLISH_ENDING =
  /(?:s|ing|ed|ly|ion|ment|ness|ity|er|or|al|ive|ous|able|ance|ence|ism|age|ery|ful|less|ish|ure|ess|th|ck|ware)$/u;
/** Endings of German nouns that are no names. */
const GERMAN_NOUN =
  /(?:ung|heit|keit|schaft|tion|nis|tum|tät|ität|ment|ismus|enz|anz)(?:en|s|es)?$/u;
/** What stands before a German noun: an article, or a word that is declined like one. */
const BEFORE_NOUN =
  /^(?:der|die|das|dem|den|des|im|am|ins|zum|zur|vom|beim|ans|\p{Ll}+(?:e|en|er|es|em))$/u;

/**
 * The names in a sentence: words with a capital that the sentence does not need. The first word of a
 * sentence has one anyway, so it is a name if it is no common word, or if a name follows.
 * @param language of the sentence; `null` if it is unknown, which counts as English
 */
export function namesIn(sentence: string, language: SummaryLanguage | null): readonly NameClaim[] {
  const words = wordsIn(sentence);
  const names: NameClaim[] = [];
  let parts: Word[] = [];
  const close = () => {
    const [first, last] = [parts[0], parts.at(-1)];
    if (first && last) {
      const opensWithEverydayWord =
        parts.length > 1 && beginsSentence(sentence, first) && isEverydayWord(bareKey(first.key));
      const place = { start: first.start, end: last.end };
      names.push({ keys: keysOf(parts), opensWithEverydayWord, ...place });
    }
    parts = [];
  };
  for (const [at, word] of words.entries()) {
    if (parts.length > 0 && !continues(sentence, words[at - 1], word)) close();
    if (isName(sentence, words, at, language)) parts.push(word);
    else close();
  }
  close();
  return names.filter(({ keys }) => keys.length > 0);
}

/** A word without a possessive ending, as names are compared. */
export function bareKey(key: string): string {
  return key.replace(/'s?$/u, '');
}

function keysOf(words: readonly Word[]): readonly string[] {
  const keys = words.map(({ key }) => bareKey(key));
  return keys.length > 1 ? keys.filter((key) => !HONORIFICS.has(key)) : keys;
}

/** Whether only a space, a hyphen or a full stop after a title is between two words of a name. */
function continues(sentence: string, before: Word | undefined, { start }: Word): boolean {
  if (before === undefined || /'s?$/u.test(before.key)) return false;
  const between = sentence.slice(before.end, start);
  return /^[ \u00A0-]$/u.test(between) || (between === '. ' && HONORIFICS.has(before.key));
}

function isName(
  sentence: string,
  words: readonly Word[],
  at: number,
  language: SummaryLanguage | null,
): boolean {
  const word = words[at];
  if (!word || !/^\p{Lu}/u.test(word.text) || PRONOUN_I.test(word.text)) return false;
  const key = bareKey(word.key);
  if (CALENDAR_WORDS.has(key)) return false;
  const isAcronym = /^\p{Lu}{2,}s?$/u.test(word.text);
  if (beginsSentence(sentence, word)) return isAcronym || isNameAtStart(words, at, language);
  if (isFunctionWord(key, language ?? 'en')) return isAcronym && key.length > 2;
  return language !== 'de' || isAcronym || !isGermanNoun(word, words[at - 1]);
}

function beginsSentence(sentence: string, { start }: Word): boolean {
  return /^$|[.!?:;•…»«"“„(]\s*$|\n\s*$/u.test(
    sentence.slice(Math.max(0, start - 3), start).trimStart(),
  );
}

function isNameAtStart(
  words: readonly Word[],
  at: number,
  language: SummaryLanguage | null,
): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (!word) return false;
  const key = bareKey(word.key);
  const isFollowed =
    next !== undefined &&
    /^\p{Lu}\p{Ll}/u.test(next.text) &&
    next.start === word.end + 1 &&
    !CALENDAR_WORDS.has(next.key);
  if (language === null || language === 'en') {
    return isNoEnglishWord(key) || (isFollowed && !isFunctionWord(key, 'en'));
  }
  return language !== 'de' && isFollowed && !isFunctionWord(key, language);
}

/** "Bob" is in the lists of English words as well, but seldom used as one. */
function isNoEnglishWord(key: string): boolean {
  if (!isCommonWord(key)) return true;
  return !isEverydayWord(key) && key.length < 7 && !ENGLISH_ENDING.test(key);
}

function isGermanNoun({ key }: Word, before: Word | undefined): boolean {
  if (GERMAN_NOUN.test(key)) return true;
  // "12 Dollar": what is counted or measured.
  return before !== undefined && (BEFORE_NOUN.test(before.text) || /\p{N}/u.test(before.text));
}
