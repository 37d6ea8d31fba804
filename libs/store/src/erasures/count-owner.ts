import { sql, type SQL } from 'drizzle-orm';
import { ERASED_KINDS, type ErasedKind, type ErasureCounts } from '#contracts/model';
import type { Database, Transaction } from '../database/database.ts';

/** Rows of each kind that an owner has, by the condition on its table. */
const ROWS: Readonly<Record<ErasedKind, (ownerId: string) => SQL>> = {
  conversations: owned('conversations'),
  turns: ofConversations('turns'),
  clips: ofConversations('clips'),
  memories: owned('memories'),
  projects: owned('projects'),
  documents: owned('documents'),
  reports: owned('reports'),
  exports: owned('exports'),
  imports: owned('imports'),
  tasks: owned('tasks'),
  events: owned('events'),
};

/** Counts what an owner has, in the tables and in the bin. */
export async function countOwner(
  db: Database | Transaction,
  ownerId: string,
): Promise<ErasureCounts> {
  const columns = ERASED_KINDS.map(
    (kind) =>
      sql`(${ROWS[kind](ownerId)} + ${binned(kind, ownerId)})::int AS ${sql.identifier(kind)}`,
  );
  const { rows } = await db.execute<Record<ErasedKind, number>>(
    sql`SELECT ${sql.join(columns, sql`, `)}`,
  );
  const [counts] = rows;
  if (counts === undefined) throw new Error('the counts of an owner are missing');
  return counts;
}

function owned(table: string) {
  return (ownerId: string): SQL =>
    sql`(SELECT count(*) FROM ${sql.identifier(table)} WHERE owner_id = ${ownerId})`;
}

function ofConversations(table: string) {
  return (ownerId: string): SQL => sql`(
    SELECT count(*) FROM ${sql.identifier(table)} WHERE conversation_id IN (
      SELECT id FROM conversations WHERE owner_id = ${ownerId}))`;
}

function binned(table: string, ownerId: string): SQL {
  return sql`(
    SELECT count(*) FROM bin_rows JOIN bin_items ON bin_items.id = bin_rows.item_id
    WHERE bin_rows.table_name = ${table} AND bin_items.owner_id = ${ownerId})`;
}
