import type { Memory } from '../api/types.ts';

/** Sorts pinned memories before the others; the order within both groups is kept. */
export function pinnedFirst<Item extends Pick<Memory, 'pin'>>(
  memories: readonly Item[],
): readonly Item[] {
  const pinned = memories.filter(({ pin }) => pin !== null);
  return [...pinned, ...memories.filter(({ pin }) => pin === null)];
}
