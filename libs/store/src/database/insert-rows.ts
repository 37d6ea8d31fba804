import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Database, Transaction } from './database.ts';

/**
 * Inserts many rows, in order, with a statement that has one parameter. The query builder uses one
 * parameter per value, and building that statement costs more than the insert.
 * @param names columns that the rows provide; the others get their defaults
 * @param ending SQL after the rows, such as `RETURNING …`
 * @returns the rows that the ending returns
 */
export async function insertRows<
  Table extends PgTable,
  Name extends keyof Table['$inferInsert'] & string,
>(
  tx: Database | Transaction,
  table: Table,
  names: readonly Name[],
  rows: readonly Pick<Table['$inferInsert'], Name>[],
  ending: SQL = sql``,
): Promise<readonly Record<string, unknown>[]> {
  if (rows.length === 0) return [];
  const columns = columnsOf(table, names);
  const given = rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name]])));
  const result = await tx.execute(sql`
    INSERT INTO ${table} (${listed(columns.map(({ column }) => column))})
    SELECT ${listed(names)} FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      AS given(${sql.raw(columns.map(({ name, type }) => `"${name}" ${type}`).join(', '))})
    ${ending}`);
  return result.rows;
}

/** Column names in the code and in the database, with their SQL types. */
function columnsOf(table: PgTable, names: readonly string[]) {
  const known = getTableColumns(table);
  return names.map((name) => {
    const column = known[name];
    if (!column) throw new TypeError(`there is no column for ${name}`);
    return { name, column: column.name, type: column.getSQLType() };
  });
}

function listed(names: readonly string[]): SQL {
  return sql.raw(names.map((name) => `"${name}"`).join(', '));
}
