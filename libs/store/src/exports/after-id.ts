import { gt, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** The condition of rows after a row, by id; none for the first page. */
export function afterId(column: PgColumn, after: { readonly id: string } | null): SQL | undefined {
  return after === null ? undefined : gt(column, after.id);
}
