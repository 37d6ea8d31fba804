import type { HeardWord, SpokenSegment } from '#contracts/model';
import type { SegmentPart } from './spoken-source.ts';

/** A word that was heard, and where it is in the text that is shown. */
interface PlacedWord {
  readonly word: HeardWord;
  readonly start: number;
  readonly end: number;
}

/**
 * The words of a part of a segment as they were heard. Words that a correction has changed are not
 * found; those around them are.
 */
export function heardWords({ segment, start, end }: SegmentPart): readonly HeardWord[] {
  return placedWords(segment)
    .filter((placed) => placed.start < end && placed.end > start)
    .map(({ word }) => word);
}

/** Finds each word after the one before it, so that the search is linear. */
function placedWords({ text, words }: SpokenSegment): readonly PlacedWord[] {
  const shown = text.toLowerCase();
  const placed: PlacedWord[] = [];
  let from = 0;
  for (const word of words) {
    const heard = word.text.toLowerCase();
    // A changed word must not be found in a later sentence.
    const near = shown.slice(from, from + heard.length + NEARBY);
    const at = near.indexOf(heard);
    if (at === -1) continue;
    const start = from + at;
    placed.push({ word, start, end: start + heard.length });
    from = start + heard.length;
  }
  return placed;
}

/** How many characters a correction may insert before the next word. */
const NEARBY = 40;
