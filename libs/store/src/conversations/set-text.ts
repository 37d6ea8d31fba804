import { eq } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { conversations } from '../schema/index.ts';
import type { ConversationChange } from './conversation-input.ts';

/** Writes text from a person. Events name only the changed fields, never the text. */
export async function setText(
  tx: Transaction,
  id: string,
  { archived, ...words }: ConversationChange,
): Promise<void> {
  const now = new Date();
  const putAway = archived === undefined ? {} : { archivedAt: archived ? now : null };
  await tx
    .update(conversations)
    .set({ ...words, ...putAway, updatedAt: now })
    .where(eq(conversations.id, id));
}
