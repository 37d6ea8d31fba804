import type { SummaryLanguage } from '#contracts/model';
import { contentWords } from '../text/content-words.ts';
import { wordsIn } from '../text/words.ts';
import { coverMost, type Coverable } from './coverage.ts';
import { unitsOf, weightsOf } from './importance.ts';
import { brokenWords, canBeReadAlone, preferenceOf } from './read-alone.ts';
import { saysTheSame } from './same.ts';
import type { Statement } from './statements.ts';

/** Sentences of more words are hardly read to the end, and are often several without full stops. */
const MOST_WORDS = 26;
/** Fewest words that carry content, beside names of speakers: each point names its speaker. */
const FEWEST_CONTENT_WORDS = 2;
const SMALL_TALK =
  /\b(?:how are you|how's it going|can you hear|hear me|good (?:morning|afternoon|evening|night)|nice to (?:meet|see|hear)|thank(?:s| you)|you're welcome|no worries|no problem|see you|talk (?:to you )?(?:later|soon)|have a (?:good|great|nice)|share my screen|on mute|is everyone here|let's get started|how can i help|anything else|bear with me|one moment|please hold|take care|good to (?:see|hear))\b/iu;

/** A sentence that may stand in a summary. */
interface Candidate extends Coverable {
  readonly statement: Statement;
}

/** What tells whether a sentence may stand in a summary. */
interface Conversation {
  readonly language: SummaryLanguage | null;
  /** Words of the names of its speakers. */
  readonly names: ReadonlySet<string>;
  /** Words that were not said in full. */
  readonly broken: ReadonlySet<string>;
}

/**
 * The sentences that tell most of a conversation: whole and short ones, without small talk and questions,
 * chosen by {@link coverMost} among the words that matter most in all that was said ({@link weightsOf}).
 * @param options how many at most, and the language of the conversation; only English has rules for whole
 * sentences
 * @returns the chosen ones, in the order of the conversation
 */
export function keySentences(
  statements: readonly Statement[],
  title: string,
  { most, language }: { readonly most: number; readonly language: SummaryLanguage | null },
): readonly Statement[] {
  if (most === 0) return [];
  const speakers = new Set(statements.map(({ speaker }) => speaker));
  const names = new Set([...speakers].flatMap((speaker) => contentWords(speaker, language)));
  const texts = statements.map(({ text }) => text);
  const conversation = { language, names, broken: brokenWords(texts, language) };
  const units = texts.map((text) => unitsOf(text, language));
  const candidates = statements.flatMap(
    (statement, n) =>
      candidateOf(statement, { units: units[n] ?? [], place: n / texts.length }, conversation) ??
      [],
  );
  const chosen = coverMost(candidates, most, weightsOf(units, { title, language }));
  return withoutRepetitions(chosen.map(({ statement }) => statement));
}

function candidateOf(
  statement: Statement,
  { units, place }: Pick<Candidate, 'units' | 'place'>,
  { language, names, broken }: Conversation,
): Candidate | null {
  const { text, words, isQuestion, said } = statement;
  if (isQuestion || SMALL_TALK.test(said)) return null;
  if (words.filter((word) => !names.has(word)).length < FEWEST_CONTENT_WORDS) return null;
  const length = wordsIn(text).length;
  if (length > MOST_WORDS || !canBeReadAlone(text, language, broken)) return null;
  return { statement, units, place, length, preference: preferenceOf(text, language) };
}

/** What differs from a chosen sentence in a few words only tells the same. */
function withoutRepetitions(chosen: readonly Statement[]): readonly Statement[] {
  return chosen.filter(
    ({ words }, n) => !chosen.slice(0, n).some((other) => saysTheSame(words, other.words)),
  );
}
