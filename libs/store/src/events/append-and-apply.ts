import type { Transaction } from '../database/database.ts';
import { announceEvents } from '../feed/announce.ts';
import { events as eventsTable } from '../schema/index.ts';
import type { NewEvent } from './domain-events.ts';
import { applyEvents } from './apply-event.ts';

/**
 * Stores events and applies each to the projections, in one transaction: neither is ever seen
 * without the other. Events whose idempotency key is stored already are left out of both.
 * @param tx the transaction that the change belongs to
 * @param events in the order in which they happened
 * @param now when they happened
 * @returns the events that were new
 */
export async function appendAndApply(
  tx: Transaction,
  events: readonly NewEvent[],
  now = new Date(),
): Promise<readonly NewEvent[]> {
  if (events.length === 0) return [];
  const stored = await tx
    .insert(eventsTable)
    .values(events.map((event) => ({ ...event, createdAt: now })))
    .onConflictDoNothing({ target: eventsTable.idempotencyKey })
    .returning({ key: eventsTable.idempotencyKey });
  const storedKeys = new Set(stored.map((row) => row.key));
  const fresh = events.filter((event) => storedKeys.delete(event.idempotencyKey));
  if (fresh.length === 0) return [];
  await applyEvents(tx, fresh, now);
  await announceEvents(tx);
  return fresh;
}
