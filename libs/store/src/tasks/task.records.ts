import type { EntityRef } from '#contracts/workflows';
import type { tasks } from '../schema/index.ts';

/** A task as it is stored. */
export type TaskRecord = typeof tasks.$inferSelect;

/** The entity whose workflow runs a task; `null` for a task that runs by itself. */
export function entityOf({
  entityKind,
  entityId,
}: Pick<TaskRecord, 'entityKind' | 'entityId'>): EntityRef | null {
  return entityKind === null || entityId === null ? null : { kind: entityKind, id: entityId };
}

/** The entity of a task that is run by the workflow of its conversation, if it belongs to one. */
export function conversationEntity(
  conversationId: string | null,
): Pick<TaskRecord, 'entityKind' | 'entityId'> {
  return {
    entityKind: conversationId === null ? null : 'conversation',
    entityId: conversationId,
  };
}
