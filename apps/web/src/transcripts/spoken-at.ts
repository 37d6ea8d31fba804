/** An item with a start and an end, in milliseconds. */
export interface Timed {
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * Finds the last item that starts at or before a position.
 *
 * @param items - Ordered by start.
 * @param atMs - The position.
 * @returns The index in `items`; -1 before the first item.
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
