import { CATEGORY_WORDS } from './category-words.table.ts';

/** Shorter stems would match too much. */
const LEAST_STEM = 4;

/**
 * The category of a statement: one of the plan whose words occur in it, otherwise one of the agent.
 * @param text the label first, then the words around it
 * @param planned names of the categories of the plan
 */
export function categoryOf(text: string, planned: readonly string[]): string | null {
  const words = wordsOf(text);
  return planned.find((name) => isNamed(name, words)) ?? generalCategory(words);
}

function isNamed(category: string, words: readonly string[]): boolean {
  const names = wordsOf(category).filter((name) => name.length > 2);
  return names.some((name) => words.some((word) => isSameStem(name, word)));
}

/** "Print" and "printing", "flights" and "flight". */
function isSameStem(one: string, other: string): boolean {
  if (one === other) return true;
  const stem = one.replace(/(?:ies|ings?|es|s|e)$/, '');
  return stem.length >= LEAST_STEM && other.startsWith(stem);
}

function generalCategory(words: readonly string[]): string | null {
  for (const word of words) {
    const found = CATEGORY_WORDS.find(([, stems]) =>
      stems.split(' ').some((stem) => begins(word, stem)),
    );
    if (found) return found[0];
  }
  return null;
}

function begins(word: string, stem: string): boolean {
  return stem.length < LEAST_STEM ? word === stem || word === `${stem}s` : word.startsWith(stem);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
