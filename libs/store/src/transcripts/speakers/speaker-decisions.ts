import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../../database/database.ts';
import { speakerChanges } from '../../schema/index.ts';

/** What people have decided about the speakers of a conversation, in order, without what was undone. */
export async function speakerDecisions(tx: Transaction, conversationId: string) {
  const rows = await tx
    .select()
    .from(speakerChanges)
    .where(and(eq(speakerChanges.conversationId, conversationId), isNull(speakerChanges.undoneAt)))
    .orderBy(asc(speakerChanges.id));
  return rows.map(({ bases, toName }) => ({ bases, name: toName }));
}
