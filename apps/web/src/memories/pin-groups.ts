import type { Memory } from '../api/types.ts';

/** The most pins of an owner, unless more were set by hand. */
const MOST_PINS = 8;

/** The pinned memories of an owner. */
export interface PinGroup<Item> {
  readonly ownerId: string;
  readonly memories: readonly Item[];
}

/**
 * Pinned memories by owner, because each owner has pins of its own.
 *
 * @param memories - Pinned memories of any owners.
 * @returns One group for each owner, by the owners' names; memories keep their order.
 */
export function pinGroups<Item extends Pick<Memory, 'ownerId'>>(
  memories: readonly Item[],
): readonly PinGroup<Item>[] {
  const owners = [...new Set(memories.map(({ ownerId }) => ownerId))].sort();
  return owners.map((ownerId) => ({
    ownerId,
    memories: memories.filter((memory) => memory.ownerId === ownerId),
  }));
}

/**
 * How many pins an owner has.
 *
 * @returns Such as `5 of at most 8`; more than 8 are possible when they were set by hand.
 */
export function pinsInWords(count: number): string {
  return count <= MOST_PINS
    ? `${count} of at most ${MOST_PINS}`
    : `${count}: what is pinned by hand may be more than ${MOST_PINS}`;
}
