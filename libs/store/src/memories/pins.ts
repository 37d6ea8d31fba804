import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import type { EventOf } from '../events/domain-events.ts';
import { memories } from '../schema/index.ts';
import type { MemoryRecord } from './memory.records.ts';

/** A memory that is in view. */
export interface PinRecord {
  readonly memoryId: string;
  readonly conversationId: string | null;
  readonly createdAt: Date;
  readonly autoPinned: boolean;
}

/** Names the pins that make way when one more is set; given all that are there. */
export type EvictionRule = (present: readonly PinRecord[]) => readonly string[];

/** What a memory's pin is to become. */
export interface PinDecision {
  readonly pinned: boolean;
  /** Whether the rule decided, and not a person. */
  readonly autoPinned: boolean;
}

type PinChanged = EventOf<'memory_pin_changed'>;

/**
 * Lets one transaction at a time change the pins of an owner, so that the rule sees them as they
 * are, and reads them.
 */
export async function lockPins(tx: Transaction, ownerId: string): Promise<readonly PinRecord[]> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`pins:${ownerId}`}, 0))`);
  const { id: memoryId, conversationId, createdAt, autoPinned } = memories;
  return tx
    .select({ memoryId, conversationId, createdAt, autoPinned })
    .from(memories)
    .where(and(eq(memories.ownerId, ownerId), memories.pinned));
}

/**
 * The events of a changed pin: first those that make way go, so that the cap holds at every event.
 * @param pins all pins of the owner
 * @param key makes the events of this decision unlike those of any other
 * @param taskId the task that decided, if one did
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
