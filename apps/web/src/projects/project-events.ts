import type { LoggedEvent } from '../api/types.ts';
import { changes, type Part } from '../shared/event-parts.ts';

/**
 * Whether an event changes a part of a project. Events that name no project, such as that a backup
 * was restored, change all projects.
 */
export function changesProject(event: LoggedEvent, projectId: string, part: Part): boolean {
  return changes(event, part) && (event.data['projectId'] ?? projectId) === projectId;
}
