import { and, getTableName, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { binRows } from '../schema/index.ts';
import {
  checkedColumns,
  toCheckedRow,
  type CheckedRow,
  type CheckedTable,
} from './checked-tables.ts';
import { unqualified } from './unqualified.ts';

/** The rows of a table that lie in the bin, locked, in the form in which rows are compared. */
export async function lockRowsInBin(
  tx: Transaction,
  table: CheckedTable,
  ids: readonly string[],
): Promise<readonly CheckedRow[]> {
  const { table: from, id, fields } = checkedColumns(table);
  const wanted = and(isOf(table), inArray(sql`row ->> 'id'`, [...ids]));
  const rows = await tx.select(unqualified({ ...fields, id })).from(sql`(
      SELECT binned.* FROM bin_rows, jsonb_populate_record(NULL::${from}, row) AS binned
      WHERE ${wanted} ORDER BY bin_rows.row ->> 'id' FOR UPDATE OF bin_rows
    ) AS ${from}`);
  return rows.map(toCheckedRow);
}

/**
 * Changes a row that lies in the bin.
 * @param values by the names of the fields, in the form of their columns
 */
export async function writeInBin(
  tx: Transaction,
  table: CheckedTable,
  id: string,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { fields } = checkedColumns(table);
  const changed = Object.entries(values).flatMap(([field, value]) => {
    const column = fields[field];
    if (column === undefined) return [];
    const typed = sql`${sql.param(value, column)}::${sql.raw(column.getSQLType())}`;
    return [sql`${column.name}::text, ${typed}`];
  });
  await tx
    .update(binRows)
    .set({ row: sql`${binRows.row} || jsonb_build_object(${sql.join(changed, sql`, `)})` })
    .where(and(isOf(table), sql`${binRows.row} ->> 'id' = ${id}`));
}

function isOf(table: CheckedTable) {
  return sql`${binRows.tableName} = ${getTableName(checkedColumns(table).table)}`;
}
