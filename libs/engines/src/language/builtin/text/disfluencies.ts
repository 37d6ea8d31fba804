import type { SummaryLanguage } from '#contracts/model';
import { isCommonWord } from './english-words.ts';
import { isNumber } from './numbers.ts';
import { wordSet } from './words.ts';

const ANYWHERE = 'uh uhh uhm erm ehm hm hmm mhm mmm';
/** In German "um" and "er" are words, and "eh" is one in German and Dutch. */
const HESITATIONS: Readonly<Record<SummaryLanguage, ReadonlySet<string>>> = {
  en: wordSet(ANYWHERE, 'um umm er err eh mm'),
  de: wordSet(ANYWHERE, 'äh ähm ähh öh öhm'),
  fr: wordSet(ANYWHERE, 'euh heu'),
  es: wordSet(ANYWHERE, 'eh ehh'),
  it: wordSet(ANYWHERE, 'eh ehh'),
  pt: wordSet(ANYWHERE, 'eh ahn hã'),
  nl: wordSet(ANYWHERE, 'uhh ehh'),
};
/** Words that speakers repeat on purpose, or that grammar repeats: "nous nous sommes", "Leute, die die Halle". */
const MEANT_TWICE = wordSet(
  'very really so no yes bye ha had that far much many more again blah nous vous die der das sie',
);
/** Longest phrase, in words, whose immediate repetition is taken for a restart. */
const LONGEST_PHRASE = 6;
/** Longest beginning of a word, in letters, that a speaker breaks off. */
const LONGEST_START = 4;
/** Number of words after a broken-off one within which it is said in full. */
const SAID_WITHIN = 2;
/** The same for a single letter, which is hardly ever a word. */
const LETTER_WITHIN = 5;

interface Token {
  readonly text: string;
  /** In lower case, without punctuation around it. */
  readonly key: string;
}

/**
 * The text without what a speaker takes back at once: hesitations, words broken off before they are
 * said in full ("th the"), and phrases that are said twice in a row. Takes linear time.
 * @param language of the text; `null` counts as English, and only in English a word may be broken off without a mark
 */
export function withoutDisfluencies(text: string, language: SummaryLanguage | null = 'en'): string {
  const hesitations = HESITATIONS[language ?? 'en'];
  const isEnglish = hesitations === HESITATIONS.en;
  const tokens = text.split(/\s+/u).filter(Boolean).map(tokenOf);
  const kept: Token[] = [];
  for (const [place, token] of tokens.entries()) {
    if (hesitations.has(token.key)) {
      dropComma(kept);
      continue;
    }
    const mayBreakOff = isEnglish || token.key.endsWith('-');
    const next = tokens.slice(place + 1, place + 1 + reachOf(token));
    if (mayBreakOff && isBrokenOff(token, next)) continue;
    kept.push(token);
    dropRestart(kept);
  }
  return kept.map((token) => token.text).join(' ');
}

/** A comma before a hesitation belongs to it. */
function dropComma(tokens: Token[]): void {
  const last = tokens.at(-1);
  if (last?.text.endsWith(',')) {
    tokens.splice(-1, 1, { ...last, text: last.text.slice(0, -1) });
  }
}

function tokenOf(text: string): Token {
  const bare = text.slice(0, 60).replace(/^[^\p{L}\p{N}]+/u, '');
  return {
    text,
    key: bare
      .replace(/[^\p{L}\p{N}'’-]+$/u, '')
      .replace(/’/gu, "'")
      .toLowerCase(),
  };
}

function reachOf({ key }: Token): number {
  return key.length === 1 ? LETTER_WITHIN : SAID_WITHIN;
}

/** Whether a token is only the beginning of one of the next words. */
function isBrokenOff({ key }: Token, next: readonly Token[]): boolean {
  const start = key.replace(/-$/u, '');
  if (start === '' || isNumber(start)) return false;
  const saidInFull = next.some(({ key: whole }) => whole !== start && whole.startsWith(start));
  if (!saidInFull) return false;
  // "meet- meeting", and "it it's" or "we we'll".
  if (key !== start || next[0]?.key.startsWith(`${start}'`)) return true;
  if (start.length === 1) return !/^[aiou]$/u.test(start);
  return start.length <= LONGEST_START && !isCommonWord(start);
}

/** Takes out the first of two equal phrases at the end. The first keeps its capital for the second. */
function dropRestart(tokens: Token[]): void {
  for (let length = Math.min(LONGEST_PHRASE, tokens.length >> 1); length > 0; length -= 1) {
    const second = tokens.length - length;
    if (!isRepeated(tokens, second, length)) continue;
    tokens.splice(second - length, length);
    return;
  }
}

function isRepeated(tokens: readonly Token[], second: number, length: number): boolean {
  for (let n = 0; n < length; n += 1) {
    const { key } = tokens[second + n] ?? { key: '' };
    if (key === '' || key !== tokens[second - length + n]?.key) return false;
    if (isNumber(key) || (length === 1 && MEANT_TWICE.has(key))) return false;
  }
  return true;
}
