import { and, asc, eq, sql } from 'drizzle-orm';
import { isEnded } from '#contracts/tasks';
import { lockTasks } from '../bin/stop-work.ts';
import { lockConversation, type LockedConversation } from '../conversations/lock-conversations.ts';
import type { Transaction } from '../database/database.ts';
import { binItems, conversations } from '../schema/index.ts';

/**
 * Locks a conversation with its tasks, in the order of all writers, and before them the deleted
 * projects of its owner, which may come back with it.
 * @returns `null` when it is gone, or some of its work is open
 */
export async function lockQuiet(tx: Transaction, id: string): Promise<LockedConversation | null> {
  const { ownerId } = conversations;
  const [found] = await tx.select({ ownerId }).from(conversations).where(eq(conversations.id, id));
  if (!found) return null;
  await tx
    .select()
    .from(binItems)
    .where(and(eq(binItems.kind, 'project'), eq(binItems.ownerId, found.ownerId)))
    .orderBy(asc(binItems.id))
    .for('update');
  const locked = await lockTasks(tx, sql`conversation_id = ${id}`);
  const conversation = await lockConversation(tx, id);
  // None is created while the conversation is locked; one that was is not among those.
  const { rows } = await tx.execute<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM tasks WHERE conversation_id = ${id}`,
  );
  const isQuiet = rows[0]?.n === locked.length && locked.every(({ state }) => isEnded(state));
  return isQuiet ? conversation : null;
}
