import { eq } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { conversations } from '../schema/index.ts';

/** The project that a conversation belongs to; `null` when it belongs to none, or is not there. */
export async function projectOf(tx: Transaction, id: string): Promise<string | null> {
  const [row] = await tx
    .select({ projectId: conversations.projectId })
    .from(conversations)
    .where(eq(conversations.id, id));
  return row?.projectId ?? null;
}
