import type { TaskQuery } from '#contracts/api';
import type { TaskState } from '#contracts/tasks';
import { SEARCH_ATTRIBUTES } from '#contracts/workflows';
import type { TaskRecord } from '#store';

const STATUSES: Readonly<Record<TaskState, string>> = {
  pending: 'Running',
  running: 'Running',
  cancelling: 'Running',
  completed: 'Completed',
  failed: 'Failed',
  cancelled: 'Canceled',
  timedOut: 'TimedOut',
};

/** The conditions of a visibility query for the runs that match a query for tasks. */
export function conditionsOf(query: Partial<TaskQuery>): readonly string[] {
  const { taskType, owner, conversation, project } = SEARCH_ATTRIBUTES;
  return [
    query.type && `${taskType.name} = ${quoted(query.type)}`,
    query.ownerId && `${owner.name} = ${quoted(query.ownerId)}`,
    query.conversationId && `${conversation.name} = ${quoted(query.conversationId)}`,
    query.projectId && `${project.name} = ${quoted(query.projectId)}`,
    query.state && `ExecutionStatus = ${quoted(STATUSES[query.state])}`,
  ].filter((condition) => condition !== undefined);
}

/** A value as a string of a visibility query. */
export function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** Values for the fields that only the database has. */
export const UNKNOWN_TASK = {
  clipId: null,
  step: null,
  skipsQuietWait: false,
  entityKind: null,
  entityId: null,
  settings: {},
  retry: null,
  done: 0,
  total: null,
  plannedToMs: 0,
  speakersKey: null,
  warnings: [],
  error: null,
  firstRunId: null,
  reopenings: 0,
  version: 0,
} as const satisfies Partial<TaskRecord>;
