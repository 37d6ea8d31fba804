import { eq } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { conversations } from '../schema/index.ts';
import type { StoredConversationChange } from './conversation-input.ts';

/** Writes text from a person. Events name only the changed fields, never the text. */
export async function setText(
  tx: Transaction,
  id: string,
  { archived, ...words }: StoredConversationChange,
): Promise<void> {
  const now = new Date();
  const putAway = archived === undefined ? {} : { archivedAt: archived ? now : null };
  const changed = words.glossary === undefined ? {} : { glossaryChangedAt: now };
  await tx
    .update(conversations)
    .set({ ...words, ...changed, ...putAway, updatedAt: now })
    .where(eq(conversations.id, id));
}
