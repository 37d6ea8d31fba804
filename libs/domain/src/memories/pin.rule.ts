import { isNearlyIdentical } from './near-identical.rule.ts';

/** A pinned memory of an owner. */
export interface Pinned {
  readonly memoryId: string;
  readonly createdAt: Date;
  /** The number from which its significance follows; `null` when it has none. */
  readonly significanceValue: number | null;
  /** Whether the rule pinned it, rather than a person. */
  readonly autoPinned: boolean;
}

/** Maximum number of pins of an owner. Manual pins are never evicted, so they may exceed it. */
export const PIN_CAP = 8;

/**
 * Which pins to evict when another one is added (requirement C of the chat application that this
 * project replaces). Manual and auto-pins both count. While there are more than the cap, the oldest
 * auto-pin is evicted: by creation time, which the passages of a recording share, then the one
 * that matters least by its number, then by id. Manual pins and the new pin are never evicted,
 * so an owner without other auto-pins exceeds the cap.
 * @param present all pins of the owner, without the new one
 * @returns ids of the memories to unpin, in the order of eviction
 */
export function pinsToEvict(present: readonly Pinned[]): readonly string[] {
  const over = present.length + 1 - PIN_CAP;
  if (over <= 0) return [];
  return present
    .filter(({ autoPinned }) => autoPinned)
    .sort(olderFirst)
    .slice(0, over)
    .map(({ memoryId }) => memoryId);
}

/** All rules about pins. */
export const PIN_RULES = { evict: pinsToEvict, sharesPin: isNearlyIdentical } as const;

function olderFirst(one: Pinned, other: Pinned): number {
  const apartMs = one.createdAt.getTime() - other.createdAt.getTime();
  if (apartMs !== 0) return apartMs;
  const apart = (one.significanceValue ?? -Infinity) - (other.significanceValue ?? -Infinity);
  if (apart < 0 || apart > 0) return apart;
  return one.memoryId < other.memoryId ? -1 : 1;
}
