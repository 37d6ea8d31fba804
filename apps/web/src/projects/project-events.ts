import type { LoggedEvent } from '../api/types.ts';
import { changes, type Part } from '../shared/event-parts.ts';

/**
 * Whether an event changes a part of a project. Events that name no project, such as that a backup
 * was restored, change all projects. Nothing can be fetched of a project that was deleted.
 */
export function changesProject(event: LoggedEvent, projectId: string, part: Part): boolean {
  if (event.type === 'project_deleted') return false;
  return changes(event, part) && isAbout(event, projectId);
}

/** Whether an event says that a project was deleted. */
export function deletesProject(event: LoggedEvent, projectId: string): boolean {
  return event.type === 'project_deleted' && isAbout(event, projectId);
}

function isAbout({ data }: LoggedEvent, projectId: string): boolean {
  return (data['projectId'] ?? projectId) === projectId;
}
