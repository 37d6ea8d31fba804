import type { PartialText } from '../api/types.ts';

/**
 * Adds newly decoded text. Chunks finish out of order and arrive again when a connection resumes,
 * so each replaces its previous version; a finished chunk is never replaced by an unfinished one.
 *
 * @param known - The text decoded so far, in order.
 * @param arrived - New text of one chunk.
 * @returns All chunks in their order.
 */
export function addPartialText(
  known: readonly PartialText[],
  arrived: PartialText,
): readonly PartialText[] {
  const same = known.find((part) => part.chunkIndex === arrived.chunkIndex);
  if (same?.finished === true && !arrived.finished) return known;
  return [...known.filter((part) => part !== same), arrived].sort(
    (left, right) => left.chunkIndex - right.chunkIndex,
  );
}

/** The text that stays valid when a task runs again: only finished chunks are kept. */
export function finishedOnly(known: readonly PartialText[]): readonly PartialText[] {
  return known.filter((part) => part.finished);
}

/** A block of text without gaps. */
export interface PartialBlock {
  readonly chunkIndex: number;
  readonly startMs: number;
  readonly text: string;
  /** Whether text before it is still missing, because later chunks may finish first. */
  readonly afterGap: boolean;
}

/**
 * The growing text in blocks for display.
 *
 * @param known - Chunks in their order.
 * @returns One block per chunk that has text.
 */
export function blocksOf(known: readonly PartialText[]): readonly PartialBlock[] {
  return known.flatMap((part, position) => {
    const first = part.segments[0];
    if (first === undefined) return [];
    const previous = known[position - 1];
    const follows = previous === undefined ? part.chunkIndex === 0 : isBefore(previous, part);
    const text = part.segments.map((segment) => segment.text.trim()).join(' ');
    return [{ chunkIndex: part.chunkIndex, startMs: first.startMs, text, afterGap: !follows }];
  });
}

function isBefore(previous: PartialText, part: PartialText): boolean {
  return previous.finished && previous.chunkIndex === part.chunkIndex - 1;
}
