import type { SummaryLanguage } from '#contracts/model';
import { contentWords, stem } from '../text/content-words.ts';
import { wordsIn } from '../text/words.ts';

/** How a unit counts, beside how often it is said. */
interface Scale {
  readonly times: number;
  /** A factor for each letter: long words say more. */
  readonly perLetter: number;
  readonly mostLetters: number;
  /** The factor of what is said first at the end; what is said at the beginning has 1. */
  readonly late: number;
}

/*
 * The odds that a person names a word in a summary, but for a factor that is common to all words of a conversation: in proportion
 * to how often it is said, more for each letter, and less the later it comes up. By logistic regression over 116 public meetings
 * with summaries by people (ADR 43). For `late` it has 0.4 and 0.2; their fourth roots leave a share to what comes up at the end. How
 * pairs weigh against words (`times`) is not from the regression: 2 to 3 made the best summaries.
 */
const WORD: Scale = { times: 1, perLetter: 1.11, mostLetters: 10, late: 0.8 };
const PAIR: Scale = { times: 2, perLetter: 1.07, mostLetters: 20, late: 0.67 };
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
  const all = countUnits(sentences);
  const titled = new Set(contentWords(title, language));
  const weights = new Map<string, number>();
  for (const [unit, { count, first }] of all) {
    const isPair = unit.includes(' ');
    if (isPair && count < 2) continue;
    const said = frequency(count, isPair, language) * (titled.has(unit) ? IN_TITLE : 1);
    const special = isPair && carriesTwice(unit, all) ? BOTH : 1;
    weights.set(unit, special * said * scaled(unit, first, isPair ? PAIR : WORD));
  }
  return weights;
}

/** Where words of grammar are not known, they would be the most frequent of all. */
function frequency(count: number, isPair: boolean, language: SummaryLanguage | null): number {
  if (language !== null) return count;
  return Math.log2(isPair ? count : 1 + count);
}

/** Whether both words of a pair carry content: then each of them is a unit of its own. */
function carriesTwice(pair: string, units: ReadonlyMap<string, Said>): boolean {
  return pair.split(' ').every((word) => units.has(word));
}

function scaled(
  { length }: string,
  first: number,
  { times, perLetter, mostLetters, late }: Scale,
): number {
  return times * perLetter ** Math.min(length, mostLetters) * late ** first;
}

interface Said {
  count: number;
  /** Where it is said first: 0 in the first sentence, less than 1 in the last one. */
  readonly first: number;
}

function countUnits(sentences: readonly (readonly string[])[]): ReadonlyMap<string, Said> {
  const all = new Map<string, Said>();
  for (const [place, units] of sentences.entries()) {
    for (const unit of units) {
      const known = all.get(unit);
      if (known) known.count += 1;
      else all.set(unit, { count: 1, first: place / sentences.length });
    }
  }
  return all;
}
