import { eq } from 'drizzle-orm';
import { glossaryEntries, type GlossaryLevels } from '#contracts/model';
import type { Database, Transaction } from '../database/database.ts';
import { conversations, ownerGlossaries, projects } from '../schema/index.ts';

const NONE: GlossaryLevels = { conversation: [], project: [], owner: [] };

/** The glossaries of a conversation, of its project and of its owner; all empty when it is not there. */
export async function glossaryLevels(
  db: Database | Transaction,
  conversationId: string,
): Promise<GlossaryLevels> {
  const [row] = await db
    .select({
      conversation: conversations.glossary,
      project: projects.glossary,
      owner: ownerGlossaries.entries,
    })
    .from(conversations)
    .leftJoin(projects, eq(projects.id, conversations.projectId))
    .leftJoin(ownerGlossaries, eq(ownerGlossaries.ownerId, conversations.ownerId))
    .where(eq(conversations.id, conversationId));
  if (row === undefined) return NONE;
  return {
    conversation: glossaryEntries(row.conversation),
    project: glossaryEntries(row.project ?? []),
    owner: glossaryEntries(row.owner ?? []),
  };
}
