import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import type { outbox, workSignals } from '../schema/index.ts';
import { retryDelay } from './retry-delay.ts';

/** What waits to be told to Temporal. */
type DueTable = typeof outbox | typeof workSignals;

/** Forgets what was delivered. */
export async function removeRows(
  tx: Transaction,
  table: DueTable,
  ids: readonly number[],
): Promise<void> {
  if (ids.length > 0) await tx.delete(table).where(isOneOf(table, ids));
}

/** Puts off what could not be delivered, each time for longer. */
export async function postponeRows(
  tx: Transaction,
  table: DueTable,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(table)
    .set({ tries: sql`${table.tries} + 1`, dueAt: retryDelay(table.tries) })
    .where(isOneOf(table, ids));
}

/** In one parameter: a statement takes 65,535, and more marks than that may pile up. */
function isOneOf(table: DueTable, ids: readonly number[]): SQL {
  return sql`${table.id} = ANY(${sql.param(ids)}::bigint[])`;
}
