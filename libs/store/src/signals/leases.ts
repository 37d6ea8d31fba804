import { sql, type SQL } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.ts';
import type { outbox, workSignals } from '../schema/index.ts';

/** The tables of deliveries to Temporal. */
type DueTable = typeof outbox | typeof workSignals;

/** A claim of a row: until the lease ends, no other call delivers the row. */
export interface Lease {
  readonly id: number;
  /** Every claim raises it, so it tells whether this lease still holds. */
  readonly tries: number;
}

/**
 * How long a claimed row is reserved for its delivery. A process that dies leaves rows that are due
 * again after this time. It must exceed the deadline of a delivery, and a delivery starts at once.
 */
export const DELIVERY_LEASE_MS = 10_000;

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 30_000;

/**
 * A column of the result of a statement that commits by itself: the commit then does not wait for the
 * disk. A crash of PostgreSQL may undo the claim of a row or its removal; then it is delivered again,
 * which does no harm.
 */
export const WITHOUT_FLUSH = sql<string>`set_config('synchronous_commit', 'off', true)`;

/** The changes to a row that claim it. */
export function claimOf({ tries }: DueTable): { readonly tries: SQL; readonly dueAt: SQL } {
  return { tries: sql`${tries} + 1`, dueAt: inMilliseconds(sql`${DELIVERY_LEASE_MS}`) };
}

/** Deletes delivered rows, except those whose lease has passed to another call. */
export async function removeLeased(
  db: Database,
  table: DueTable,
  leases: readonly Lease[],
): Promise<void> {
  if (leases.length === 0) return;
  await db.delete(table).where(holds(table, leases)).returning({ flush: WITHOUT_FLUSH });
}

/** The same as part of a transaction, whose commit waits for the disk. */
export async function removeLeasedIn(
  tx: Transaction,
  table: DueTable,
  lease: Lease,
): Promise<void> {
  await tx.delete(table).where(holds(table, [lease]));
}

/**
 * Ends the leases of rows that could not be delivered: they are due after a wait that doubles with
 * every try. It counts from now, not from the claim, because the delivery may have taken long.
 */
export async function postponeLeased(
  db: Database,
  table: DueTable,
  leases: readonly Lease[],
): Promise<void> {
  if (leases.length === 0) return;
  const waitMs = sql`least(${LONGEST_RETRY_MS}, ${FIRST_RETRY_MS} * 2 ^ least(${table.tries} - 1, 10))`;
  await db
    .update(table)
    .set({ dueAt: inMilliseconds(waitMs) })
    .where(holds(table, leases));
}

function inMilliseconds(milliseconds: SQL): SQL {
  return sql`clock_timestamp() + ${milliseconds} * interval '1 millisecond'`;
}

/** Uses two parameters, however many rows there are: a statement allows 65,535. */
function holds({ id, tries }: DueTable, leases: readonly Lease[]): SQL {
  const ids = sql.param(leases.map((lease) => lease.id));
  const counts = sql.param(leases.map((lease) => lease.tries));
  return sql`(${id}, ${tries}) IN (SELECT * FROM unnest(${ids}::bigint[], ${counts}::integer[]))`;
}
