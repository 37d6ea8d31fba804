import type { Conversation } from '#contracts/api';
import type { ConversationRecord } from '#store';

/** A conversation as the API shows it. */
export function toConversation(record: ConversationRecord): Conversation {
  return {
    id: record.id,
    ownerId: record.ownerId,
    projectId: record.projectId,
    title: record.title,
    tags: record.tags,
    glossary: record.glossary,
    revision: record.revision,
    summaryRevision: record.summaryRevision,
    exchangeCount: record.exchangeCount,
    clipCount: record.clipCount,
    archivedAt: record.archivedAt?.toISOString() ?? null,
    transcriptRemovedAt: record.transcriptRemovedAt?.toISOString() ?? null,
    createdAt: record.createdAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
  };
}
