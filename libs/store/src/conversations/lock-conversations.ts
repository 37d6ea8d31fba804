import { asc, sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { conversations } from '../schema/index.ts';

/** The columns of a conversation that are needed to add to it or to summarise it. */
export interface LockedConversation {
  readonly id: string;
  readonly ownerId: string;
  readonly revision: number;
  readonly deletionRevision: number;
  readonly summaryRevision: number | null;
  readonly summarySeenRevision: number;
}

/**
 * Locks conversations against other changes of their text. It locks in the order of the ids, so
 * that two processes cannot deadlock.
 * @returns the conversations that exist, by id
 */
export async function lockConversations(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LockedConversation>> {
  const { id, ownerId, revision, deletionRevision } = conversations;
  const { summaryRevision, summarySeenRevision } = conversations;
  const rows = await tx
    .select({ id, ownerId, revision, deletionRevision, summaryRevision, summarySeenRevision })
    .from(conversations)
    .where(sql`${id} = ANY(${sql.param([...new Set(ids)])})`)
    .orderBy(asc(id))
    .for('no key update');
  return new Map(rows.map((row) => [row.id, row]));
}

/** The owner of each locked conversation. */
export function ownersOf(locked: ReadonlyMap<string, LockedConversation>): readonly string[] {
  return [...locked.values()].map(({ ownerId }) => ownerId);
}

/** Locks one conversation in the same way. @returns `null` when it does not exist */
export async function lockConversation(
  tx: Transaction,
  id: string,
): Promise<LockedConversation | null> {
  return (await lockConversations(tx, [id])).get(id) ?? null;
}
