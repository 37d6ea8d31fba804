import type { SummaryLanguage } from '#contracts/model';
import { isCommonWord } from '../text/english-words.ts';
import { isWholeSentence } from '../text/whole-sentences.ts';
import { wordsIn, wordSet, type Word } from '../text/words.ts';

/** Fewest words of a sentence in another language than English. */
const FEWEST_WORDS = 5;
/** Words of speakers who look for their words, or start again. */
const ASIDE =
  /\b(?:i mean|you know|i don't know|i dunno|whatever|or something|and so on|blah|i was saying|well,|no,)|\b(?:i|you|we|they)(?:'\p{L}+)? (?:i|you|we|they)(?:'\p{L}+)?\b|\b(?:the|an?) (?:the|an?|i|you|we|they|it)\b/iu;
/** A question that was written down without its mark. */
const ASKS =
  /^(?:(?:what|how|why|where|when|who|which)(?:'s|'re| is| are| do| does| did| was| were| can| could| should| would| will| have| has)|(?:is|are|do|does|did|was|were|can|could|should|would|will|shall|have|has))\b/iu;
/** Words after which a speaker has left off. */
const LEAVES_OFF = wordSet('so then though or like just also not only really');
/** Words that begin what is only half of a sentence. */
const HALF = wordSet('whether rather that');
/** Begins with what was named before. */
const REFERS_BACK = /^(?:that|this|it|these|those|they|he|she|them)\b/iu;
/** How much less a sentence is preferred that refers back: who was not there does not know to what. */
const REFERRING = 0.7;
/** Speaks of who speaks or listens, not of what a conversation is about. */
const ADDRESSES = /\b(?:i|you)\b/iu;
/** How much less a sentence is preferred that does; measured on public meetings, 0.6 to 0.8 is best. */
const ADDRESSING = 0.7;
/** A word that is said more often is no slip. */
const MOST_SLIPS = 2;
/** Fewest letters of the beginning of a word, and of what is missing of it. */
const FEWEST_LETTERS = 2;
/** Most letters of a word that are looked at, so that one that never ends takes no time. */
const MOST_LETTERS = 30;

/**
 * Whether a sentence of a conversation can be read alone: it is whole, no question, and its speaker did not start again in it.
 * Only English has rules for whole sentences.
 * @param text the sentence without hesitations
 * @param broken words that were not said in full: {@link brokenWords}
 */
export function canBeReadAlone(
  text: string,
  language: SummaryLanguage | null,
  broken: ReadonlySet<string>,
): boolean {
  const words = wordsIn(text);
  if (repeatsPair(words)) return false;
  if (language !== 'en') return words.length >= FEWEST_WORDS;
  const [first, last] = [words[0]?.key ?? '', words.at(-1)?.key ?? ''];
  if (HALF.has(first) || LEAVES_OFF.has(last) || words.some(({ text: word }) => broken.has(word))) {
    return false;
  }
  return isWholeSentence(text) && !ASIDE.test(text) && !ASKS.test(text);
}

/** How much a sentence is preferred by who was not there, from 0 to 1. */
export function preferenceOf(text: string, language: SummaryLanguage | null): number {
  if (language !== 'en') return 1;
  return (REFERS_BACK.test(text) ? REFERRING : 1) * (ADDRESSES.test(text) ? ADDRESSING : 1);
}

/**
 * The words of a conversation in English that were broken off ("interf", "disti"): no word that is known, hardly ever said, and the
 * beginning of one that is said more often. In other languages none are known. Takes time in proportion to the text.
 */
export function brokenWords(
  texts: readonly string[],
  language: SummaryLanguage | null,
): ReadonlySet<string> {
  if (language !== 'en') return new Set();
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const { key } of wordsIn(text)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const longer = countBeginnings(counts);
  const isBroken = ([word, count]: readonly [string, number]) =>
    count <= MOST_SLIPS && (longer.get(word) ?? 0) > count && !isCommonWord(word);
  return new Set([...counts].filter(isBroken).map(([word]) => word));
}

/** Of each beginning of words: how often the most frequent of these words is said. */
function countBeginnings(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const longer = new Map<string, number>();
  for (const [word, count] of counts) {
    const letters = /^[a-z]+/u.exec(word)?.[0].length ?? 0;
    const most = Math.min(letters, MOST_LETTERS) - FEWEST_LETTERS;
    for (let end = FEWEST_LETTERS; end <= most; end += 1) {
      const beginning = word.slice(0, end);
      longer.set(beginning, Math.max(count, longer.get(beginning) ?? 0));
    }
  }
  return longer;
}

function repeatsPair(words: readonly Word[]): boolean {
  const pairs = words.slice(1).map(({ key }, n) => `${words[n]?.key ?? ''} ${key}`);
  return new Set(pairs).size < pairs.length;
}
