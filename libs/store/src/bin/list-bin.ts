import { and, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { toPage, type Page } from '../database/page.ts';
import { binItems } from '../schema/index.ts';
import type { BinItemRecord } from './bin-item.records.ts';

export interface BinQuery {
  readonly ownerId?: string | undefined;
  /** `nextCursor` of the page before: milliseconds since 1970, a dot and an id. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/**
 * Whether an item can be restored: it was not deleted for good, and what it belongs to is not in the
 * bin as well, with which it comes back into the list.
 */
export const IS_SHOWN: SQL = sql`(NOT bin_items.permanent AND NOT EXISTS (
  SELECT FROM bin_items AS whole WHERE whole.id = bin_items.belongs_to)
  AND (bin_items.exchange_id IS NULL OR EXISTS (
    SELECT FROM exchanges WHERE exchanges.id = bin_items.exchange_id)))`;

/** A page of the items that can be restored, most recently deleted first. */
export async function listBin(
  db: Database,
  { ownerId, cursor, limit }: BinQuery,
): Promise<Page<BinItemRecord>> {
  const rows = await db
    .select()
    .from(binItems)
    .where(
      and(
        IS_SHOWN,
        ownerId === undefined ? undefined : eq(binItems.ownerId, ownerId),
        cursor === undefined ? undefined : isAfter(cursor),
      ),
    )
    .orderBy(desc(binItems.deletedAt), desc(binItems.id))
    .limit(limit + 1);
  const page = toPage(rows, limit);
  const last = page.items.at(-1);
  return { ...page, nextCursor: page.nextCursor === null || !last ? null : cursorOf(last) };
}

/** Names a place in the list, whether or not the item there is still in the bin. */
function cursorOf({ deletedAt, id }: BinItemRecord): string {
  return `${deletedAt.getTime()}.${id}`;
}

function isAfter(cursor: string): SQL {
  const [time = '', id = ''] = cursor.split('.');
  const deletedAt = new Date(Number(time));
  return sql`(${binItems.deletedAt}, ${binItems.id}) < (${deletedAt.toISOString()}::timestamptz, ${id})`;
}
