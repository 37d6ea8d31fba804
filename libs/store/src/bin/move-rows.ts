import { sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import type { BinTable } from './bin-table.ts';

/** Moves all rows of a thing out of its tables. Its item in the bin exists. */
export async function moveToBin(
  tx: Transaction,
  id: string,
  tables: readonly BinTable[],
): Promise<void> {
  for (const { table, name, rowsOf } of tables.toReversed()) {
    await tx.execute(sql`
      WITH moved AS (DELETE FROM ${table} WHERE ${rowsOf(id)} RETURNING to_jsonb(${table}) AS row)
      INSERT INTO bin_rows (item_id, table_name, position, row)
      SELECT ${id}, ${name}, row_number() OVER (), row FROM moved`);
  }
}

/** Moves all rows of an item back to their tables. */
export async function moveBack(
  tx: Transaction,
  id: string,
  tables: readonly BinTable[],
): Promise<void> {
  for (const table of tables) await insertBack(tx, id, table);
  await tx.execute(sql`DELETE FROM bin_rows WHERE item_id = ${id}`);
}

/**
 * Rows name the columns that the table had when they were moved. A column that was added since gets
 * its default, and one that was removed is left out.
 */
async function insertBack(tx: Transaction, id: string, { table, name }: BinTable): Promise<void> {
  const columns = await commonColumns(tx, id, name);
  if (columns.length === 0) return;
  const listed = sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  );
  await tx.execute(sql`
    INSERT INTO ${table} (${listed})
    SELECT ${listed} FROM (
      SELECT restored.* FROM bin_rows, jsonb_populate_record(NULL::${table}, row) AS restored
      WHERE item_id = ${id} AND table_name = ${name} ORDER BY position
    ) AS restored`);
}

/** The columns that both the moved rows and their table have; none when no rows were moved. */
async function commonColumns(tx: Transaction, id: string, name: string): Promise<string[]> {
  const { rows } = await tx.execute<{ column: string }>(sql`
    SELECT column_name AS column FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = ${name} AND column_name IN (
      SELECT jsonb_object_keys(one.row) FROM (
        SELECT row FROM bin_rows WHERE item_id = ${id} AND table_name = ${name} LIMIT 1
      ) AS one)
    ORDER BY ordinal_position`);
  return rows.map(({ column }) => column);
}
