import type { EntityRef } from '#contracts/workflows';
import type { tasks } from '../schema/index.ts';

/** A stored task. */
export type TaskRecord = typeof tasks.$inferSelect;

/** The entity whose workflow runs a task; `null` for a task that the outbox starts. */
export function entityOf({
  entityKind,
  entityId,
}: Pick<TaskRecord, 'entityKind' | 'entityId'>): EntityRef | null {
  return entityKind === null || entityId === null ? null : { kind: entityKind, id: entityId };
}
