import { and, eq, inArray, lt, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Database } from '../database/database.ts';
import { tasks } from '../schema/index.ts';

/** Which page of a list is wanted, newest first. */
export interface OwnedListQuery {
  /** Of one owner; of all when it is left out. */
  readonly ownerId?: string | undefined;
  /** Id of the last item of the page before. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The condition of a page of a table whose rows have owners. */
export function isListed(
  table: { readonly id: PgColumn; readonly ownerId: PgColumn },
  { ownerId, cursor }: Omit<OwnedListQuery, 'limit'>,
): SQL | undefined {
  return and(
    ownerId === undefined ? undefined : eq(table.ownerId, ownerId),
    cursor === undefined ? undefined : lt(table.id, cursor),
  );
}

/** Rows that were requested before a time, and whose task has ended. */
export function hasEndedSince(
  db: Database,
  table: { readonly createdAt: PgColumn; readonly taskId: PgColumn },
  requestedBefore: Date,
): SQL | undefined {
  const ended = db
    .select({ id: tasks.id })
    .from(tasks)
    .where(sql`${tasks.endedAt} IS NOT NULL`);
  return and(lt(table.createdAt, requestedBefore), inArray(table.taskId, ended));
}
