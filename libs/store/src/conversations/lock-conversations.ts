import { asc, sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { conversations } from '../schema/index.ts';

/** What has to be known of a conversation to add to it, or to sum it up. */
export interface LockedConversation {
  readonly id: string;
  readonly ownerId: string;
  readonly revision: number;
  readonly summaryRevision: number | null;
  readonly summarySeenRevision: number;
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
  const { id, ownerId, revision, summaryRevision, summarySeenRevision } = conversations;
  const rows = await tx
    .select({ id, ownerId, revision, summaryRevision, summarySeenRevision })
    .from(conversations)
    .where(sql`${id} = ANY(${sql.param([...new Set(ids)])})`)
    .orderBy(asc(id))
    .for('no key update');
  return new Map(rows.map((row) => [row.id, row]));
}

/** To whom conversations belong. */
export function ownersOf(locked: ReadonlyMap<string, LockedConversation>): readonly string[] {
  return [...locked.values()].map(({ ownerId }) => ownerId);
}

/** Locks one conversation in the same way. @returns `null` when there is none */
export async function lockConversation(
  tx: Transaction,
  id: string,
): Promise<LockedConversation | null> {
  return (await lockConversations(tx, [id])).get(id) ?? null;
}
