import type { Memory } from '../api/types.ts';

/** Pinned memories before the others, each in the order in which they came. */
export function pinnedFirst<Item extends Pick<Memory, 'pin'>>(
  memories: readonly Item[],
): readonly Item[] {
  const pinned = memories.filter(({ pin }) => pin !== null);
  return [...pinned, ...memories.filter(({ pin }) => pin === null)];
}
