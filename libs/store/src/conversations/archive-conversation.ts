import { eq } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { conversations } from '../schema/index.ts';
import { changedEvent } from './changed-event.ts';
import { lockConversation } from './lock-conversations.ts';
import { setText } from './set-text.ts';
import { appendAndApply } from '../events/append-and-apply.ts';

/**
 * Puts a conversation away, or back into the list, unless it is there already.
 * @param note writes what belongs to the change, in its transaction
 * @returns whether it was changed; not when the owner has no such conversation
 */
export async function archiveConversation(
  db: Database,
  { id, ownerId }: { readonly id: string; readonly ownerId?: string | undefined },
  archived: boolean,
  note: (tx: Transaction) => Promise<void>,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const conversation = await lockConversation(tx, id);
    if (!conversation || (ownerId ?? conversation.ownerId) !== conversation.ownerId) return false;
    if ((await isArchived(tx, id)) === archived) return false;
    const change = { archived };
    await appendAndApply(tx, [changedEvent(conversation, change)]);
    await setText(tx, id, change);
    await note(tx);
    return true;
  });
}

async function isArchived(tx: Transaction, id: string): Promise<boolean> {
  const { archivedAt } = conversations;
  const [row] = await tx.select({ archivedAt }).from(conversations).where(eq(conversations.id, id));
  return row !== undefined && row.archivedAt !== null;
}
