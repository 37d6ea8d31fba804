import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Database, Transaction } from './database.ts';

/**
 * The statement that inserts many rows, in order, with one parameter. The query builder uses one
 * parameter per value, and building that statement costs more than the insert.
 * @param names columns that the rows provide; the others get their defaults
 * @param ending SQL after the rows, such as `RETURNING …`
 * @returns `null` when there are no rows
 */
export function insertionOf<
  Table extends PgTable,
  Name extends keyof Table['$inferInsert'] & string,
>(
  table: Table,
  names: readonly Name[],
  rows: readonly Pick<Table['$inferInsert'], Name>[],
  ending: SQL = sql``,
): SQL | null {
  if (rows.length === 0) return null;
  const columns = columnsOf(table, names);
  const given = rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name]])));
  return sql`
    INSERT INTO ${table} (${listed(columns.map(({ column }) => column))})
    SELECT ${listed(names)} FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      AS given(${sql.raw(columns.map(({ name, type }) => `"${name}" ${type}`).join(', '))})
    ${ending}`;
}

/**
 * Inserts many rows, in order, as {@link insertionOf} says.
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
  ending?: SQL,
): Promise<readonly Record<string, unknown>[]> {
  const insertion = insertionOf(table, names, rows, ending);
  return insertion === null ? [] : (await tx.execute(insertion)).rows;
}

/**
 * Runs statements that change different tables as one statement, which saves a round trip for each
 * of the others. They see the same snapshot; foreign keys between them are checked at the end.
 * @param statements `null` stands for one that has nothing to do
 */
export async function executeTogether(
  tx: Transaction,
  statements: readonly (SQL | null)[],
): Promise<void> {
  const needed = statements.filter((each) => each !== null);
  const last = needed.pop();
  if (last === undefined) return;
  const parts = needed.map((each, index) => sql`${sql.identifier(`part_${index}`)} AS (${each})`);
  await tx.execute(parts.length === 0 ? last : sql`WITH ${sql.join(parts, sql`, `)} ${last}`);
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
