import { INSTALLATION_OWNER_ID } from '../model/ids.ts';
import { type TaskType } from './catalogue.ts';
import { kindOf } from './task-types.ts';
import type { TaskSettings } from './task-settings.ts';

/** The fields of a task that say what it works on. */
export interface TaskSubjectFields {
  readonly clipId: string | null;
  /** Id of the entity whose workflow runs it. */
  readonly entityId: string | null;
  readonly settings?: TaskSettings | undefined;
}

/**
 * What a task works on, as part of the id of its workflow: a clip, an agent and its project, or the
 * entity that runs it.
 */
export function subjectIdOf({ clipId, entityId, settings }: TaskSubjectFields): string | null {
  const agent = settings?.agent;
  if (clipId !== null || agent === undefined || entityId === null) return clipId ?? entityId;
  return `${agent}:${entityId}`;
}

/**
 * The id of the workflow that runs a task.
 * @param subjectId as {@link subjectIdOf} returns it; `null` when it works on no subject
 */
export function workflowIdOf(type: TaskType, taskId: string, subjectId: string | null): string {
  const { of, oneAtATime } = kindOf(type);
  const subject = of === 'installation' ? INSTALLATION_OWNER_ID : subjectId;
  return `${type}:${oneAtATime && subject !== null ? subject : taskId}`;
}
