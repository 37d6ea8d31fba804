import { isEverydayWord } from '../text/english-words.ts';
import { contentWords } from '../text/content-words.ts';
import type { Statement } from './statements.ts';

/** A sentence with its score: how well it represents the conversation. */
export interface Ranked {
  readonly statement: Statement;
  /** Its index among all sentences. */
  readonly place: number;
  readonly score: number;
}

/** The weight of each content word for a conversation. */
export type WordWeights = ReadonlyMap<string, number>;

const FEWEST_WORDS = 2;
const BEST_WORD_COUNT = 10;
const CUES =
  /\b(?:important|main|key|problem|issue|risk|blocked|blocker|because|reason|result|decid\w+|agree\w*|deadline|budget|cost\w*|price|plan\w*|launch\w*|need|must|have to|should|first|finally|in short|in summary|to sum up|conclu\w+|means that|turns? out|learned|discovered|found|explain\w*|caused?|therefore|difference|remember|goal|bought|sold|broke\w*|moved?|moving|married|born|died|sick|hospital|school|doctor|job)\b/iu;
const SMALL_TALK =
  /\b(?:how are you|how's it going|can you hear|hear me|good (?:morning|afternoon|evening|night)|nice to (?:meet|see|hear)|thank(?:s| you)|you're welcome|no worries|no problem|see you|talk (?:to you )?(?:later|soon)|have a (?:good|great|nice)|share my screen|on mute|is everyone here|let's get started|how can i help|anything else|bear with me|one moment|please hold|take care|good to (?:see|hear))\b/iu;

/** The weight of each content word: frequent words that are not everyday words weigh most. */
export function weighWords(statements: readonly Statement[], title: string): WordWeights {
  const counts = new Map<string, number>();
  for (const word of statements.flatMap(({ words }) => words)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const titled = new Set(contentWords(title));
  return new Map(
    Array.from(counts, ([word, count]) => [word, weight(word, count, titled.has(word))]),
  );
}

function weight(word: string, count: number, inTitle: boolean): number {
  const plain = isEverydayWord(word) ? 0.6 : 1;
  return plain * (0.7 + 0.6 * Math.log2(count)) * (inTitle ? 1.5 : 1);
}

/** The sentences that are candidates for a summary, with their scores, in order. */
export function rank(statements: readonly Statement[], weights: WordWeights): readonly Ranked[] {
  return statements.flatMap((statement, place) => {
    if (statement.words.length < FEWEST_WORDS || SMALL_TALK.test(statement.said)) return [];
    return [{ statement, place, score: scoreOf(statement, weights) }];
  });
}

/** Divides the sum of the word weights by length, so that long sentences have no advantage. */
function scoreOf({ words, text, isQuestion }: Statement, weights: WordWeights): number {
  const sum = words.reduce((total, word) => total + (weights.get(word) ?? 0), 0);
  const excess = Math.max(0, words.length - BEST_WORD_COUNT);
  const density = sum / Math.sqrt(words.length + 2 + excess);
  const cue = CUES.test(text) ? 1.35 : 1;
  const figure = /\p{N}/u.test(text) || /\s\p{Lu}\p{Ll}/u.test(text) ? 1.3 : 1;
  return density * cue * figure * (isQuestion ? 0.45 : 1);
}
