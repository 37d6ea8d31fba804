import { diffArrays } from 'diff';
import { termsOf, type CompactEntry, type TextChange } from '#contracts/model';

/**
 * Above this number of added and removed words, the whole text is reported as one change. A comparison
 * takes the square of it, and it runs in the loop of the worker.
 */
const MAX_CHANGED_WORDS = 500;

/**
 * Punctuation around a word, which is ignored when words are compared with terms. That at the end is
 * looked for from its first mark only, so that the time is linear.
 */
const AROUND_WORD = /^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/gu;

/**
 * The word-level changes of a model. A change that adds a glossary term has the rule `glossary`, any
 * other the rule `model`.
 * @returns the changes in order; empty when the words are the same and only spaces differ
 */
export function textChanges(
  before: string,
  after: string,
  glossary: readonly CompactEntry[],
): TextChange[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const parts = diffArrays(old, now, { maxEditLength: MAX_CHANGED_WORDS });
  if (parts === undefined) return [{ rule: 'model', before, after }];
  const termPositions = positionsOfTerms(now, termsOf(glossary));
  return hunksOf(parts).map(({ removed, added, at }) => ({
    rule: added.some((_, offset) => termPositions.has(at + offset)) ? 'glossary' : 'model',
    before: removed.join(' '),
    after: added.join(' '),
  }));
}

interface DiffPart {
  readonly value: readonly string[];
  readonly added: boolean;
  readonly removed: boolean;
}

/** Words removed and added in one place; `at` is its word index in the new text. */
interface Hunk {
  readonly removed: string[];
  readonly added: string[];
  readonly at: number;
}

function hunksOf(parts: readonly DiffPart[]): Hunk[] {
  const hunks: Hunk[] = [];
  let open: Hunk | undefined;
  let at = 0;
  for (const { value, added, removed } of parts) {
    if (added || removed) {
      if (open === undefined) hunks.push((open = { removed: [], added: [], at }));
      (added ? open.added : open.removed).push(...value);
    } else {
      open = undefined;
    }
    if (!removed) at += value.length;
  }
  return hunks;
}

/** The word indices at which glossary terms occur in their correct spelling. */
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
