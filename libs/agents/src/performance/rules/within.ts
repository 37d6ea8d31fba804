interface Placed {
  readonly start: number;
  readonly end: number;
}

/** Of items in the order of a line and without overlaps, those between two of its characters. */
export function within<T extends Placed>(
  items: readonly T[],
  start: number,
  end: number,
): readonly T[] {
  return items
    .slice(firstFrom(items, start), firstFrom(items, end))
    .filter((item) => item.end <= end);
}

/** Index of the first item that starts at a character or after it. */
function firstFrom(items: readonly Placed[], character: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? character) < character) low = middle + 1;
    else high = middle;
  }
  return low;
}
