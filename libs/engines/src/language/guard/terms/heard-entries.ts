import { compactGlossary, type CompactEntry, type GlossaryEntry } from '#contracts/model';
import { findTerms } from '../../builtin/correction/find-terms.ts';
import { glossaryIndex } from '../../builtin/correction/glossary-match.ts';
import { looksEnglish } from '../../builtin/text/language.ts';

/** Texts of one speaker, and the glossary of their conversation. */
export interface HeardTexts {
  /** In spoken order. */
  readonly texts: readonly string[];
  /** The text spoken directly before; `''` at the start. */
  readonly before: string;
  readonly glossary: readonly CompactEntry[];
}

/**
 * The entries of a glossary that may have been said in texts: those whose term is there, in any case, and
 * those that what was heard can be taken for. No other entry can change the texts, because the guard would
 * take it nowhere; so a correction that reads only these is not outdated by a change of others.
 * An entry for a language counts in texts that may have it: English is told from other languages, these not
 * from each other.
 * @returns in the order of the glossary
 */
export function heardEntries({ texts, before, glossary }: HeardTexts): readonly CompactEntry[] {
  const heard = new Set<GlossaryEntry>();
  const all = glossaryIndex(glossary);
  const english = looksEnglish(texts.join(' '), before);
  for (const text of texts) {
    for (const { term } of findTerms(text, all)) {
      if (isFor(term.entry, english)) heard.add(term.entry);
    }
  }
  const order = new Map([...all.byLetters.values()].map(({ entry }, at) => [entry, at] as const));
  const kept = [...heard].sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
  return compactGlossary(kept);
}

function isFor({ language }: GlossaryEntry, english: boolean): boolean {
  return language === null || (language === 'en') === english;
}
