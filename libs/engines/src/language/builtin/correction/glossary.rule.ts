import { capitalised, wordsIn, type Word } from '../text/words.ts';
import type { Edit, TextRule } from './edits.ts';
import { glossaryIndex, type GlossaryIndex } from './glossary-index.ts';
import { matchTerm } from './glossary-match.ts';

const POSSESSIVE = /['’]s$/u;
const SENTENCE_START = /(?:^|[.!?]["')\]]?\s)\s*$/u;

/**
 * Gives names and terms their right spelling: where they are written alike but for capitals, accents
 * and spaces, or where they both sound alike and are nearly written alike. A word that is itself
 * right is never taken for a name that resembles it.
 */
export function glossaryRule(glossary: readonly string[]): TextRule {
  const index = glossaryIndex(glossary);
  return { rule: 'glossary', find: (text) => (index.widest > 0 ? findTerms(text, index) : []) };
}

function findTerms(text: string, index: GlossaryIndex): readonly Edit[] {
  const words = wordsIn(text);
  const edits: Edit[] = [];
  for (let first = 0; first < words.length; first += 1) {
    const found = termAt(text, words, first, index);
    if (found === null) continue;
    if (found.edit !== null) edits.push(found.edit);
    first += found.wordCount - 1;
  }
  return edits;
}

/** The widest stretch of words from here that stands for a term. */
function termAt(text: string, words: readonly Word[], first: number, index: GlossaryIndex) {
  for (let wordCount = index.widest; wordCount >= 1; wordCount -= 1) {
    const stretch = words.slice(first, first + wordCount);
    if (stretch.length < wordCount || !hangsTogether(text, stretch)) continue;
    const term = matchTerm(keysOf(stretch), index);
    if (term !== null) return { edit: edit(text, stretch, term.spelling), wordCount };
  }
  return null;
}

function keysOf(stretch: readonly Word[]): readonly string[] {
  return stretch.map(({ key }, n) =>
    n === stretch.length - 1 ? key.replace(POSSESSIVE, '') : key,
  );
}

/** Whether only single spaces and hyphens lie between the words, and no address around them. */
function hangsTogether(text: string, stretch: readonly Word[]): boolean {
  const [start, end] = [stretch[0]?.start ?? 0, stretch.at(-1)?.end ?? 0];
  if (/[@/\\_#.]/u.test(text.charAt(start - 1))) return false;
  if (/^(?:[@/\\_]|\.\p{L})/u.test(text.slice(end, end + 3))) return false;
  return stretch.slice(1).every((word, n) => {
    return /^(?:[^\S\n]+|-)$/u.test(text.slice(stretch[n]?.end ?? 0, word.start));
  });
}

/** `null` when the term is already written as it should be. */
function edit(text: string, stretch: readonly Word[], spelling: string): Edit | null {
  const [start, last] = [stretch[0]?.start ?? 0, stretch.at(-1)];
  const possessive = POSSESSIVE.exec(last?.text ?? '')?.[0] ?? '';
  const end = (last?.end ?? 0) - possessive.length;
  const opens =
    SENTENCE_START.test(text.slice(Math.max(0, start - 8), start)) &&
    /^\p{Lu}/u.test(text.slice(start));
  const right = opens ? capitalised(spelling) : spelling;
  return text.slice(start, end) === right ? null : { start, end, text: right };
}
