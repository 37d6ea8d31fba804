import { sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** Columns of a subquery that is called like their table, read as the columns are. */
export function unqualified(columns: Readonly<Record<string, PgColumn>>): Record<string, SQL> {
  const fields = Object.entries(columns).map(([field, column]): [string, SQL] => [
    field,
    sql`${column}`.mapWith(column),
  ]);
  return Object.fromEntries(fields);
}
