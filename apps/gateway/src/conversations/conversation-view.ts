import type { Conversation } from '#contracts';
import type { ConversationRecord } from '#store';

/** A conversation as the API shows it. */
export function toConversation(record: ConversationRecord): Conversation {
  const { createdAt, updatedAt, ...rest } = record;
  return { ...rest, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
