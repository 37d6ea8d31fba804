import type { FactValue } from '#contracts/model';
import type { AgentDefinition } from '../agent.ts';
import { canonicalDecimal } from '../text/canonical-decimal.ts';
import { contentWordsIn } from '../text/content-words.ts';

/** What a statement is about. */
export interface Subject {
  /** The distinct words of its label without those of its type and its value, sorted. */
  readonly words: readonly string[];
  /** Equal for labels with the same words. */
  readonly exact: string;
  /** The exact keys of all labels that are contained in this one, its own included. */
  readonly parts: readonly string[];
}

/** Labels of more words contain only themselves: the number of parts doubles with each word. */
const MAX_WORDS = 6;

/**
 * What a statement is about. A label that only repeats the type or the value, such as `it`, is
 * generic: it is about what was talked of in the same source.
 * @param ofType words of the type
 */
export function subjectOf(
  label: string,
  value: FactValue | null,
  ofType: ReadonlySet<string>,
  source: string,
): Subject {
  const numbers = numbersOf(value);
  const words = [...wordsOf(label)].filter(
    (word) => !ofType.has(word) && !isNumberOf(numbers, word),
  );
  words.sort();
  const generic = `~${source}`;
  if (words.length === 0) return { words, exact: generic, parts: [generic] };
  return { words, exact: words.join(' '), parts: [generic, ...partsOf(words)] };
}

/** Words by name of a fact type. */
export type TypeWords = ReadonlyMap<string, ReadonlySet<string>>;

/** The words of each fact type of an agent, which say nothing of what a statement is about. */
export function typeWordsOf({ factTypes }: AgentDefinition): TypeWords {
  const words = ({ name, label }: { name: string; label: string }) =>
    wordsOf(`${name.replaceAll('_', ' ')} ${label}`);
  return new Map(factTypes.map((type) => [type.name, words(type)]));
}

/** Whether a label says what the statement is about. */
export function isGeneric({ words }: Subject): boolean {
  return words.length === 0;
}

function isNumberOf(numbers: ReadonlySet<string | null>, word: string): boolean {
  if (!/^\p{N}/u.test(word)) return false;
  return numbers.has(canonicalDecimal(word.replaceAll(',', '')));
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(contentWordsIn(text).map(({ key }) => key));
}

function numbersOf(value: FactValue | null): ReadonlySet<string | null> {
  if (value === null) return new Set();
  if (value.kind === 'percent') return new Set([canonicalDecimal(value.percent)]);
  if (value.kind === 'quantity') return new Set([canonicalDecimal(value.quantity)]);
  return new Set([canonicalDecimal(value.amount), canonicalDecimal(value.upTo ?? value.amount)]);
}

function partsOf(words: readonly string[]): readonly string[] {
  if (words.length > MAX_WORDS) return [words.join(' ')];
  return words
    .reduce<readonly string[]>(
      (parts, word) => [...parts, ...parts.map((part) => (part === '' ? word : `${part} ${word}`))],
      [''],
    )
    .slice(1);
}
