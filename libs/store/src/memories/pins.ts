import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import type { EventOf } from '../events/domain-events.ts';
import { memories } from '../schema/index.ts';
import type { MemoryRecord } from './memory.records.ts';

/** A pinned memory. */
export interface PinRecord {
  readonly memoryId: string;
  readonly conversationId: string | null;
  readonly createdAt: Date;
  readonly significanceValue: number | null;
  readonly autoPinned: boolean;
}

/** Takes all current pins and returns the ids of those to evict when another one is added. */
export type EvictionRule = (present: readonly PinRecord[]) => readonly string[];

/** Whether two narratives are so similar that one pin stands for both. */
export type SharedPinRule = (one: string, other: string) => boolean;

/** What decides when a score pins a memory. */
export interface PinRules {
  readonly evict: EvictionRule;
  readonly sharesPin: SharedPinRule;
}

/** The new pin state of a memory. */
export interface PinDecision {
  readonly pinned: boolean;
  /** Whether the rule decided, rather than a person. */
  readonly autoPinned: boolean;
}

type PinChanged = EventOf<'memory_pin_changed'>;

/**
 * Locks and reads the pins of an owner. Only one transaction at a time may change them, so the
 * eviction rule sees their current state.
 */
export async function lockPins(tx: Transaction, ownerId: string): Promise<readonly PinRecord[]> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`pins:${ownerId}`}, 0))`);
  const { id: memoryId, conversationId, createdAt, significanceValue, autoPinned } = memories;
  return tx
    .select({ memoryId, conversationId, createdAt, significanceValue, autoPinned })
    .from(memories)
    .where(and(eq(memories.ownerId, ownerId), memories.pinned));
}

/**
 * The events of a pin change. Evictions come first, so that the cap holds after every event.
 * @param pins all pins of the owner
 * @param key makes the idempotency keys of this decision unique
 * @param taskId the task that decided, if any
 */
export function pinChanges(
  memory: MemoryRecord,
  decision: PinDecision,
  pins: readonly PinRecord[],
  evict: EvictionRule,
  key: string,
  taskId: string | null = null,
): readonly PinChanged[] {
  const others = pins.filter(({ memoryId }) => memoryId !== memory.id);
  const evicted = decision.pinned && !memory.pinned ? evict(others) : [];
  const byId = new Map(others.map((pin) => [pin.memoryId, pin]));
  const change = (memoryId: string, conversationId: string | null, data: PinDecision) => ({
    type: 'memory_pin_changed' as const,
    ownerId: memory.ownerId,
    conversationId,
    taskId,
    idempotencyKey: `memory_pin_changed:${memoryId}:${key}`,
    data: { memoryId, ...data },
  });
  return [
    ...evicted.map((memoryId) =>
      change(memoryId, byId.get(memoryId)?.conversationId ?? null, {
        pinned: false,
        autoPinned: true,
      }),
    ),
    change(memory.id, memory.conversationId, decision),
  ];
}
