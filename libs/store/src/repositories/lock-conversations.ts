import { asc, sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { conversations } from '../schema/index.ts';

/** What has to be known of a conversation to add to it. */
export interface LockedConversation {
  readonly id: string;
  readonly ownerId: string;
  readonly revision: number;
}

/**
 * Locks conversations against other changes of their text, in the order of their ids, so that two
 * gateways never wait for each other.
 * @returns those that there are, by their ids
 */
export async function lockConversations(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LockedConversation>> {
  const { id, ownerId, revision } = conversations;
  const rows = await tx
    .select({ id, ownerId, revision })
    .from(conversations)
    .where(sql`${id} = ANY(${sql.param([...new Set(ids)])})`)
    .orderBy(asc(id))
    .for('no key update');
  return new Map(rows.map((row) => [row.id, row]));
}
