import type { CompactEntry } from '#contracts/model';
import { capitalised } from '../text/words.ts';
import type { Edit, TextRule } from './edits.ts';
import { findTerms, opensSentence, POSSESSIVE, type FoundTerm } from './find-terms.ts';
import { glossaryIndex } from './glossary-match.ts';

/**
 * Restores the glossary spelling of names and terms: where the text differs only in capitals,
 * accents and spaces, where a person has said that the term sounds like it, or where the guard is sure
 * to prove that nothing else can have been said. A known word or name is never replaced by a name that
 * resembles it.
 */
export function glossaryRule(glossary: readonly CompactEntry[]): TextRule {
  const index = glossaryIndex(glossary);
  return {
    find: (text) => findTerms(text, index).flatMap((found) => edit(text, found) ?? []),
  };
}

/** `null` when the text already has the correct spelling. */
function edit(text: string, { words, term: { spelling } }: FoundTerm): Edit | null {
  const [start, last] = [words[0]?.start ?? 0, words.at(-1)];
  const possessive = POSSESSIVE.exec(last?.text ?? '')?.[0] ?? '';
  const end = (last?.end ?? 0) - possessive.length;
  const opens = opensSentence(text, start) && /^\p{Lu}/u.test(text.slice(start));
  const correct = opens ? capitalised(spelling) : spelling;
  return text.slice(start, end) === correct ? null : { start, end, text: correct };
}
