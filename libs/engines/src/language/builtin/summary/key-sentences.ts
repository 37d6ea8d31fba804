import type { SummaryLanguage } from '#contracts/model';
import { contentWords, stem } from '../text/content-words.ts';
import { isWholeSentence } from '../text/whole-sentences.ts';
import { wordsIn } from '../text/words.ts';
import { coverMost, type Coverable } from './coverage.ts';
import { saysTheSame } from './same.ts';
import type { Statement } from './statements.ts';

/** Sentences of more words are hardly read to the end, and are often several without full stops. */
const MOST_WORDS = 26;
const FEWEST_CONTENT_WORDS = 2;
/** Fewest words of a sentence in another language than English. */
const FEWEST_WORDS = 5;
/** What the first sentence of each section of the conversation adds, so that no part is left out. */
const SECTION = 1;
/** How much more a word counts that is in the title. */
const IN_TITLE = 1.5;
const SMALL_TALK =
  /\b(?:how are you|how's it going|can you hear|hear me|good (?:morning|afternoon|evening|night)|nice to (?:meet|see|hear)|thank(?:s| you)|you're welcome|no worries|no problem|see you|talk (?:to you )?(?:later|soon)|have a (?:good|great|nice)|share my screen|on mute|is everyone here|let's get started|how can i help|anything else|bear with me|one moment|please hold|take care|good to (?:see|hear))\b/iu;
/** Words of speakers who look for their words, or start again. */
const ASIDE =
  /\b(?:i mean|you know|i don't know|i dunno|whatever|or something|and so on|blah|i was saying|well,|no,)|\b(?:i|you|we|they)(?:'\p{L}+)? (?:i|you|we|they)(?:'\p{L}+)?\b|\b(?:the|an?) (?:the|an?|i|you|we|they|it)\b/iu;

/** A sentence that may stand in a summary. */
interface Candidate extends Coverable {
  readonly statement: Statement;
}

/**
 * The sentences that tell most of a conversation: whole and short ones, without small talk and questions,
 * chosen by {@link coverMost}.
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
  const isEnglish = language === 'en';
  const titled = new Set(contentWords(title));
  const sectionOf = (place: number) => `§${Math.floor((place * most) / statements.length)}`;
  const candidates = statements.flatMap(
    (statement, place) => candidateOf(statement, sectionOf(place), isEnglish) ?? [],
  );
  const weightOf = (unit: string, count: number) =>
    unit.startsWith('§') ? SECTION : weightOfUnit(unit, count) * (titled.has(unit) ? IN_TITLE : 1);
  const chosen = coverMost(candidates, most, weightOf).map(({ statement }) => statement);
  return withoutRepetitions(chosen);
}

/** The words of a text that carry content, and its pairs of words of which one does. */
export function unitsOf(text: string): readonly string[] {
  const content = contentWords(text);
  const carries = new Set(content);
  const stems = wordsIn(text).map(({ key }) => stem(key));
  const pairs = stems.slice(1).flatMap((word, n) => {
    const before = stems[n] ?? '';
    return carries.has(before) || carries.has(word) ? [`${before} ${word}`] : [];
  });
  return [...new Set([...content, ...pairs])];
}

/** A word counts by how often it is said; a pair of words only if it is said again. */
export function weightOfUnit(unit: string, count: number): number {
  return unit.includes(' ') ? Math.log2(count) : Math.log2(1 + count);
}

function candidateOf(statement: Statement, section: string, isEnglish: boolean): Candidate | null {
  const { text, words, isQuestion, said } = statement;
  if (isQuestion || words.length < FEWEST_CONTENT_WORDS || SMALL_TALK.test(said)) return null;
  const length = wordsIn(text).length;
  const isWhole = isEnglish ? isWholeSentence(text) && !ASIDE.test(text) : length >= FEWEST_WORDS;
  if (length > MOST_WORDS || !isWhole) return null;
  return { statement, units: [...unitsOf(text), section], length };
}

/** What differs from a chosen sentence in a few words only tells the same. */
function withoutRepetitions(chosen: readonly Statement[]): readonly Statement[] {
  return chosen.filter(
    ({ words }, n) => !chosen.slice(0, n).some((other) => saysTheSame(words, other.words)),
  );
}
