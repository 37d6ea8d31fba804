import { eq } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { conversations } from '../schema/index.ts';
import type { ConversationChange } from './conversation-input.ts';

/** Writes text from a person. Events name only the changed fields, never the text. */
export async function setText(
  tx: Transaction,
  id: string,
  words: ConversationChange,
): Promise<void> {
  await tx
    .update(conversations)
    .set({ ...words, updatedAt: new Date() })
    .where(eq(conversations.id, id));
}
