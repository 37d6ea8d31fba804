import { singular } from '../../text/singular.ts';
import { CATEGORY_WORDS, FINANCIAL_CATEGORIES } from './category-words.table.ts';

/** Shorter stems would match too much. */
const LEAST_STEM = 4;

/**
 * The category of a statement: one of the plan whose words occur in it, otherwise one of the agent.
 * What the label says counts before the words around it, and a longer word before a shorter one.
 * @param planned names of the categories of the plan
 */
export function categoryOf(
  label: string,
  around: string,
  planned: readonly string[],
): string | null {
  const [own, others] = [wordsOf(label), wordsOf(around)];
  const named = (words: readonly string[]) => planned.find((name) => isNamed(name, words));
  return named(own) ?? named(others) ?? generalCategory(own) ?? generalCategory(others);
}

/** The category of the plan or of the agent that a table names, in any case; `null` when none has it. */
export function categoryNamed(stated: string, planned: readonly string[]): string | null {
  const words = wordsOf(stated);
  const known = [...planned, ...FINANCIAL_CATEGORIES];
  const same = known.find((name) => name.toLowerCase() === stated.toLowerCase());
  return same ?? planned.find((name) => isNamed(name, words)) ?? null;
}

function isNamed(category: string, words: readonly string[]): boolean {
  const names = wordsOf(category).filter((name) => name.length > 2);
  return names.some((name) => words.some((word) => isSameStem(name, word)));
}

/** Of a short word, the end of a trade is part of the stem: "party" is no "partner". */
const ENDING = /(?:ies|ings?|es|s|e|(?<=\p{L}{6})(?:y|ers?))$/u;

/** "Print" and "printing", "flights" and "flight", "photography" and "photographer". */
function isSameStem(one: string, other: string): boolean {
  if (one === other) return true;
  const stem = one.replace(ENDING, '');
  return stem.length >= LEAST_STEM && other.startsWith(stem);
}

const ENTRIES = CATEGORY_WORDS.flatMap(([name, words]) =>
  words.split(' ').map((word) => ({
    name,
    stem: word.replace(/-$/, ''),
    isBeginning: word.endsWith('-'),
  })),
);
const BY_WORD = new Map(
  ENTRIES.filter(({ isBeginning }) => !isBeginning).map((entry) => [entry.stem, entry]),
);
const BEGINNINGS = ENTRIES.filter(({ isBeginning }) => isBeginning);

function generalCategory(words: readonly string[]): string | null {
  const found = words.flatMap((word) => entryOf(word) ?? []);
  const longest = found.reduce<(typeof found)[number] | null>(
    (best, entry) => (best === null || entry.stem.length > best.stem.length ? entry : best),
    null,
  );
  return longest?.name ?? null;
}

/** The word itself, its singular, or one that it begins with. */
function entryOf(word: string) {
  const whole = [word, singular(word), word.replace(/(?:en|es|n|s|e)$/, '')];
  return (
    whole.map((form) => BY_WORD.get(form)).find((entry) => entry !== undefined) ??
    BEGINNINGS.find(({ stem }) => word.startsWith(stem))
  );
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
