import { diffArrays } from 'diff';
import type { TextChange } from '#contracts/model';

/** Beyond so many words added and taken out, a text is another text: one change says it all. */
const MAX_CHANGED_WORDS = 2_000;

/** Punctuation around a word, which does not make it another word. */
const AROUND_WORD = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/**
 * What a model changed, word by word. A change that brings in a term of the glossary is counted as
 * the glossary's, every other as the model's.
 * @returns the changes in their order; empty when the words are the same, whatever lies between them
 */
export function textChanges(
  before: string,
  after: string,
  glossary: readonly string[],
): TextChange[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const parts = diffArrays(old, now, { maxEditLength: MAX_CHANGED_WORDS });
  if (parts === undefined) return [{ rule: 'model', before, after }];
  const ofGlossary = positionsOfTerms(now, glossary);
  return hunksOf(parts).map(({ taken, added, at }) => ({
    rule: added.some((_, offset) => ofGlossary.has(at + offset)) ? 'glossary' : 'model',
    before: taken.join(' '),
    after: added.join(' '),
  }));
}

interface DiffPart {
  readonly value: readonly string[];
  readonly added: boolean;
  readonly removed: boolean;
}

/** Words taken out and added in one place; `at` counts the words of the new text before it. */
interface Hunk {
  readonly taken: string[];
  readonly added: string[];
  readonly at: number;
}

function hunksOf(parts: readonly DiffPart[]): Hunk[] {
  const hunks: Hunk[] = [];
  let open: Hunk | undefined;
  let at = 0;
  for (const { value, added, removed } of parts) {
    if (added || removed) {
      if (open === undefined) hunks.push((open = { taken: [], added: [], at }));
      (added ? open.added : open.taken).push(...value);
    } else {
      open = undefined;
    }
    if (!removed) at += value.length;
  }
  return hunks;
}

/** Where terms of the glossary stand in their right spelling. */
function positionsOfTerms(words: readonly string[], glossary: readonly string[]): Set<number> {
  const bare = words.map(bareWord);
  const positions = new Set<number>();
  for (const term of glossary.map((entry) => wordsOf(entry).map(bareWord))) {
    if (term.length === 0) continue;
    for (const at of bare.keys()) {
      if (!term.every((word, offset) => bare[at + offset] === word)) continue;
      for (const offset of term.keys()) positions.add(at + offset);
    }
  }
  return positions;
}

function bareWord(word: string): string {
  return word.replace(AROUND_WORD, '') || word;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}
