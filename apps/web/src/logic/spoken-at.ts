/** Something that is heard from one moment to another. */
export interface Timed {
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * Finds what is being said at a moment, or was said last before it.
 *
 * @param items - Ordered by start, as segments and words are.
 * @param atMs - The moment.
 * @returns The position in `items`; -1 before the first.
 */
export function lastStartedAt(items: readonly Timed[], atMs: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && item.startMs <= atMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
