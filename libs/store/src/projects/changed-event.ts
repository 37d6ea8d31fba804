import { ulid } from 'ulid';
import type { EventOf } from '../events/domain-events.ts';
import type { ProjectRecord } from './lock-project.ts';

/** The event that a person has changed a project; it has the new settings, and names the other fields. */
export function projectChanged(
  { id, ownerId }: ProjectRecord,
  data: Omit<EventOf<'project_changed'>['data'], 'projectId'>,
): EventOf<'project_changed'> {
  return {
    type: 'project_changed',
    ...{ ownerId, conversationId: null, taskId: null },
    idempotencyKey: `project_changed:${ulid()}`,
    data: { projectId: id, ...data },
  };
}
