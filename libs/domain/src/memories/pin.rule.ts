/** An owner's memory that is in view. */
export interface Pinned {
  readonly memoryId: string;
  readonly createdAt: Date;
  /** Whether the rule pinned it, and not a person. */
  readonly autoPinned: boolean;
}

/** Most pins of an owner, unless those that may not be evicted are more. */
export const PIN_CAP = 8;

/**
 * Which pins make way when one more is set (requirement C of the chat application that this
 * replaces). Manual and auto pins count alike; while they are more than the cap, the oldest auto-pin
 * goes: by creation, then by id. Manual pins and the one just set never go, so with nothing to
 * evict the owner stays over the cap.
 * @param present all pins of the owner, the one that is being set not among them
 * @returns ids of the memories to unpin, in the order in which they go
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

function olderFirst(one: Pinned, other: Pinned): number {
  const apartMs = one.createdAt.getTime() - other.createdAt.getTime();
  if (apartMs !== 0) return apartMs;
  return one.memoryId < other.memoryId ? -1 : 1;
}
