import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import type { outbox, workSignals } from '../schema/index.ts';
import { retryDelay } from './retry-delay.ts';

/** The tables of deliveries to Temporal. */
type DueTable = typeof outbox | typeof workSignals;

/** Deletes delivered rows. */
export async function removeRows(
  tx: Transaction,
  table: DueTable,
  ids: readonly number[],
): Promise<void> {
  if (ids.length > 0) await tx.delete(table).where(isOneOf(table, ids));
}

/** Postpones rows that could not be delivered, with exponential back-off. */
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

/** Uses one parameter: a statement allows 65,535, and more rows than that may accumulate. */
function isOneOf(table: DueTable, ids: readonly number[]): SQL {
  return sql`${table.id} = ANY(${sql.param(ids)}::bigint[])`;
}
