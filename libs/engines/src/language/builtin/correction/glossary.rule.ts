import type { HeardWord } from '../../guard/terms/term-proof.ts';
import { capitalised, wordsIn, type Word } from '../text/words.ts';
import type { Edit, TextRule } from './edits.ts';
import { glossaryIndex, matchTerm, type GlossaryIndex } from './glossary-match.ts';

const POSSESSIVE = /['’]s$/u;
const SENTENCE_START = /(?:^|[.!?]["')\]]?\s)\s*$/u;

/**
 * Restores the glossary spelling of names and terms: where the text differs only in capitals,
 * accents and spaces, or where the guard is sure to prove that nothing else can have been said. A
 * known word or name is never replaced by a name that resembles it.
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

/** The term for the longest match of words that starts at `first`. */
function termAt(text: string, words: readonly Word[], first: number, index: GlossaryIndex) {
  for (let wordCount = index.widest; wordCount >= 1; wordCount -= 1) {
    const span = words.slice(first, first + wordCount);
    if (span.length < wordCount || !isContiguous(text, span)) continue;
    const term = matchTerm(heardIn(text, span), index);
    if (term !== null) return { edit: edit(text, span, term.spelling), wordCount };
  }
  return null;
}

function heardIn(text: string, span: readonly Word[]): readonly HeardWord[] {
  return span.map((word, n) => ({
    key: n === span.length - 1 ? word.key.replace(POSSESSIVE, '') : word.key,
    looksLikeName: /^\p{Lu}/u.test(word.text) && !opensSentence(text, word.start),
  }));
}

function opensSentence(text: string, at: number): boolean {
  return SENTENCE_START.test(text.slice(Math.max(0, at - 8), at));
}

/** Whether only spaces or a hyphen separate the words, and they are not part of an address. */
function isContiguous(text: string, span: readonly Word[]): boolean {
  const [start, end] = [span[0]?.start ?? 0, span.at(-1)?.end ?? 0];
  if (/[@/\\_#.]/u.test(text.charAt(start - 1))) return false;
  if (/^(?:[@/\\_]|\.\p{L})/u.test(text.slice(end, end + 3))) return false;
  return span.slice(1).every((word, n) => {
    return /^(?:[^\S\n]+|-)$/u.test(text.slice(span[n]?.end ?? 0, word.start));
  });
}

/** `null` when the text already has the correct spelling. */
function edit(text: string, span: readonly Word[], spelling: string): Edit | null {
  const [start, last] = [span[0]?.start ?? 0, span.at(-1)];
  const possessive = POSSESSIVE.exec(last?.text ?? '')?.[0] ?? '';
  const end = (last?.end ?? 0) - possessive.length;
  const opens = opensSentence(text, start) && /^\p{Lu}/u.test(text.slice(start));
  const correct = opens ? capitalised(spelling) : spelling;
  return text.slice(start, end) === correct ? null : { start, end, text: correct };
}
