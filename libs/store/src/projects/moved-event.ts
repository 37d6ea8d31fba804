import { ulid } from 'ulid';

/** The event that a conversation belongs to another project from now on, or to none. */
export function movedEvent(ownerId: string, conversationId: string, projectId: string | null) {
  return {
    type: 'conversation_changed',
    ...{ ownerId, conversationId, taskId: null },
    idempotencyKey: `conversation_changed:${ulid()}`,
    data: { changed: ['projectId'], projectId },
  } as const;
}
