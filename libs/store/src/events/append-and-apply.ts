import { sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import { IS_BEING_ERASED, refuseErased } from '../erasures/refuse-erased.ts';
import { ANNOUNCE_EVENTS } from '../feed/announce.ts';
import { events as eventsTable } from '../schema/index.ts';
import type { NewEvent } from './domain-events.ts';
import { applyEvents } from './apply-event.ts';

const COLUMNS = [
  'type',
  'ownerId',
  'conversationId',
  'taskId',
  'data',
  'idempotencyKey',
  'createdAt',
] as const;

/** Also announces the events; PostgreSQL sends equal notifications of a transaction once. */
const UNLESS_STORED = sql`
  ON CONFLICT (idempotency_key) DO NOTHING
  RETURNING idempotency_key AS key, ${ANNOUNCE_EVENTS} AS announced,
    ${IS_BEING_ERASED} AS "beingErased"`;

/**
 * Stores events and applies each to the projections, in one transaction, so that neither is ever
 * visible without the other. Events whose idempotency key is already stored are skipped.
 * @param tx the transaction that the change belongs to
 * @param events in the order in which they occurred
 * @param now when they occurred
 * @returns the events that were new
 * @throws AppError `owner_being_erased` when they add something to an owner that is being erased
 */
export async function appendAndApply(
  tx: Transaction,
  events: readonly NewEvent[],
  now = new Date(),
): Promise<readonly NewEvent[]> {
  if (events.length === 0) return [];
  const rows = events.map((event) => ({ ...event, createdAt: now }));
  const stored = await insertRows(tx, eventsTable, COLUMNS, rows, UNLESS_STORED);
  refuseErased(events, new Set(stored.filter((row) => row['beingErased']).map(({ key }) => key)));
  const storedKeys = new Set(stored.map(({ key }) => key));
  const fresh = events.filter((event) => storedKeys.delete(event.idempotencyKey));
  await applyEvents(tx, fresh, now);
  return fresh;
}
