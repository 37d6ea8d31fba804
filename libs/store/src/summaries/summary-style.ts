import { eq } from 'drizzle-orm';
import type { SummaryStyle } from '#contracts/model';
import type { Database, Transaction } from '../database/database.ts';
import { conversations, projects } from '../schema/index.ts';

/** How people want the summaries of a conversation: as it says itself, or else as its project says. */
export async function summaryStyleOf(
  db: Database | Transaction,
  conversationId: string,
): Promise<SummaryStyle | null> {
  const [row] = await db
    .select({ own: conversations.summaryStyle, ofProject: projects.summaryStyle })
    .from(conversations)
    .leftJoin(projects, eq(projects.id, conversations.projectId))
    .where(eq(conversations.id, conversationId));
  return row?.own ?? row?.ofProject ?? null;
}
