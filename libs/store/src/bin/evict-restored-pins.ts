import { ulid } from 'ulid';
import type { Transaction } from '../database/database.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { lockPins, type EvictionRule, type PinRecord } from '../memories/pins.ts';

/** Evicts pins until the owner has no more than the cap allows, after pins came back together. */
export async function evictRestoredPins(
  tx: Transaction,
  ownerId: string,
  evict: EvictionRule,
): Promise<void> {
  const pins = await lockPins(tx, ownerId);
  // The rule expects the pins without one that stays.
  const [, ...others] = [...pins].sort(keptFirst);
  const evicted = new Set(evict(others));
  await appendAndApply(
    tx,
    pins
      .filter(({ memoryId }) => evicted.has(memoryId))
      .map(({ memoryId, conversationId }) => ({
        type: 'memory_pin_changed',
        ...{ ownerId, conversationId, taskId: null },
        idempotencyKey: `memory_pin_changed:${memoryId}:restored:${ulid()}`,
        data: { memoryId, pinned: false, autoPinned: true },
      })),
  );
}

/** Manual pins first, then the newest. */
function keptFirst(one: PinRecord, other: PinRecord): number {
  if (one.autoPinned !== other.autoPinned) return one.autoPinned ? 1 : -1;
  return other.createdAt.getTime() - one.createdAt.getTime();
}
