import type { SummaryLanguage } from '#contracts/model';
import { contentWords, stem } from '../text/content-words.ts';
import { wordsIn } from '../text/words.ts';

/** How a unit counts, beside how often it is said. */
interface Scale {
  readonly times: number;
  /** A factor for each letter: long words say more. */
  readonly perLetter: number;
  readonly mostLetters: number;
}

/*
 * The odds that a person names a word in a summary, but for a factor that is common to all words of a conversation: in proportion
 * to how often it is said, and more for each letter. By logistic regression over 116 public meetings with summaries by people (ADR 43);
 * pairs have twice the weight of the regression, because they say more than their words.
 */
const WORD: Scale = { times: 1, perLetter: 1.11, mostLetters: 10 };
const PAIR: Scale = { times: 2, perLetter: 1.07, mostLetters: 20 };
/** How much more a pair counts both of whose words carry content. */
const BOTH = 1.55;
/** How much more a word counts that is in the title. */
const IN_TITLE = 1.5;

/** The conversation in which units are weighed. */
export interface WeighedIn {
  readonly title: string;
  /** `null` when it is not known. */
  readonly language: SummaryLanguage | null;
}

/**
 * The words of a text that carry content, and its pairs of words of which one does; each once.
 * @param language of the text, or `null`
 */
export function unitsOf(text: string, language: SummaryLanguage | null): readonly string[] {
  const content = contentWords(text, language);
  const carries = new Set(content);
  const stems = wordsIn(text).map(({ key }) => stem(key.replace(/'s$/u, '')));
  const pairs = stems.slice(1).flatMap((word, n) => {
    const before = stems[n] ?? '';
    if (before === word || !(carries.has(before) || carries.has(word))) return [];
    return [`${before} ${word}`];
  });
  return [...new Set([...content, ...pairs])];
}

/**
 * What each unit of a conversation is worth to a reader of its summary, in relation to the others. Takes time in
 * proportion to the number of units.
 * @param sentences the units of each sentence, in order
 * @returns a positive weight of each unit; pairs of words that are said only once have none
 */
export function weightsOf(
  sentences: readonly (readonly string[])[],
  { title, language }: WeighedIn,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const unit of sentences.flat()) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const titled = new Set(contentWords(title, language));
  const weights = new Map<string, number>();
  for (const [unit, count] of counts) {
    const isPair = unit.includes(' ');
    if (isPair && count < 2) continue;
    const said = frequency(count, isPair, language) * (titled.has(unit) ? IN_TITLE : 1);
    weights.set(unit, said * (isPair ? pairFactor(unit, counts) : lengthFactor(unit, WORD)));
  }
  return weights;
}

/** Where words of grammar are not known, they would be the most frequent of all. */
function frequency(count: number, isPair: boolean, language: SummaryLanguage | null): number {
  if (language !== null) return count;
  return Math.log2(isPair ? count : 1 + count);
}

/** @param content has the words that carry content */
function pairFactor(pair: string, content: ReadonlyMap<string, number>): number {
  const both = pair.split(' ').every((word) => content.has(word)) ? BOTH : 1;
  return both * lengthFactor(pair, PAIR);
}

function lengthFactor({ length }: string, { times, perLetter, mostLetters }: Scale): number {
  return times * perLetter ** Math.min(length, mostLetters);
}
