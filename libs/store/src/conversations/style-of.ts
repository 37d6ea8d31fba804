import { eq, sql } from 'drizzle-orm';
import type { TranscriptStyle } from '#contracts/model';
import type { Database, Transaction } from '../database/database.ts';
import { conversations, projects } from '../schema/index.ts';

/**
 * The style of a conversation's transcript: its own, or else that of its project.
 * @returns `null` when neither has one
 */
export async function styleOf(
  db: Database | Transaction,
  conversationId: string,
): Promise<TranscriptStyle | null> {
  const [row] = await db
    .select({
      style: sql<TranscriptStyle | null>`coalesce(
        ${conversations.transcriptStyle}, ${projects.transcriptStyle})`,
    })
    .from(conversations)
    .leftJoin(projects, eq(projects.id, conversations.projectId))
    .where(eq(conversations.id, conversationId));
  return row?.style ?? null;
}
