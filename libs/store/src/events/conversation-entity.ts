import type { tasks } from '../schema/index.ts';

type EntityColumns = Pick<typeof tasks.$inferSelect, 'entityKind' | 'entityId'>;

/** The entity columns of a task that the workflow of its conversation runs, if it has one. */
export function conversationEntity(conversationId: string | null): EntityColumns {
  return {
    entityKind: conversationId === null ? null : 'conversation',
    entityId: conversationId,
  };
}
