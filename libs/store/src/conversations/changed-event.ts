import { ulid } from 'ulid';
import type { EventOf } from '../events/domain-events.ts';
import type { ConversationChange, StoredConversationChange } from './conversation-input.ts';
import type { LockedConversation } from './lock-conversations.ts';

/** The event that a person has changed the description of a conversation; it names the fields only. */
export function changedEvent(
  { id, ownerId }: LockedConversation,
  change: StoredConversationChange | ConversationChange,
): EventOf<'conversation_changed'> {
  const { projectId } = change;
  return {
    type: 'conversation_changed',
    ownerId,
    conversationId: id,
    taskId: null,
    idempotencyKey: `conversation_changed:${ulid()}`,
    data: { changed: Object.keys(change), ...(projectId === undefined ? {} : { projectId }) },
  };
}
