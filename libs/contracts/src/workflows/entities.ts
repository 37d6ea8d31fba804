import type { defineSearchAttributeKey } from '@temporalio/common';
import type { TaskRun } from '../tasks/task-run.ts';
import { SEARCH_ATTRIBUTES } from './search-attributes.ts';

/** Properties of the long-lived workflows of one kind of entity. */
export interface EntityDefinition {
  /** Name under which the workflow is registered and started. */
  readonly workflow: string;
  /**
   * Search attribute of its workflow, with the id of the entity; `null` for none. Runs of tasks have
   * that of their conversation (`describeRun`).
   */
  readonly searchAttribute: ReturnType<typeof defineSearchAttributeKey<'KEYWORD'>> | null;
  /** Whether its work may become due by time alone, so that nobody has signalled it. */
  readonly isDueByTime?: boolean;
}

/**
 * The kinds of entities. Each entity has one long-lived workflow, which takes the pending work of
 * its entity, runs it as tasks, and ends when it has been idle.
 */
export const ENTITIES = {
  conversation: { workflow: 'conversation', searchAttribute: SEARCH_ATTRIBUTES.conversation },
  project: {
    workflow: 'project',
    searchAttribute: SEARCH_ATTRIBUTES.project,
    isDueByTime: true,
  },
} as const satisfies Record<string, EntityDefinition>;

/** Name of a kind of entity. */
export type EntityKind = keyof typeof ENTITIES;

/** All kinds of entities. */
export const ENTITY_KINDS: readonly EntityKind[] = Object.keys(ENTITIES).filter(isEntityKind);

/** Whether a value is the name of a kind of entity. */
export function isEntityKind(value: unknown): value is EntityKind {
  return typeof value === 'string' && Object.hasOwn(ENTITIES, value);
}

/** Identifies an entity. */
export interface EntityRef {
  readonly kind: EntityKind;
  readonly id: string;
}

/**
 * A signal that an entity may have work. It says nothing else, so it may be lost or sent twice
 * without harm.
 */
export interface WorkSignal extends EntityRef {
  readonly ownerId: string;
}

/** The definition of a kind of entity. */
export function entityDefinitionOf(kind: EntityKind): EntityDefinition {
  return ENTITIES[kind];
}

/** The id of the workflow of an entity; there is at most one. */
export function entityWorkflowId({ kind, id }: EntityRef): string {
  return `${ENTITIES[kind].workflow}:${id}`;
}

/**
 * Whether a workflow id is that of an entity. A task with such a workflow id runs within the run of
 * its entity.
 */
export function isEntityWorkflowId(workflowId: string): boolean {
  return ENTITY_KINDS.some((kind) => workflowId.startsWith(entityWorkflowId({ kind, id: '' })));
}

/** Name of the work signal. It is in recorded histories and cannot change. */
export const WORK_SIGNAL = 'wake';

/**
 * The id of the activity of a task within the run of its entity, by which it is found in a
 * description of that run.
 */
export function sharedActivityId({ taskId, attempt }: TaskRun): string {
  return `${taskId}:${attempt}`;
}

/** The run of a task by the id of its activity; `null` when the id is not of that form. */
export function sharedRunOf(activityId: string): TaskRun | null {
  const [, taskId, attempt] = /^(tsk_[0-9a-z]+):(\d+)$/.exec(activityId) ?? [];
  return taskId === undefined ? null : { taskId, attempt: Number(attempt) };
}

/**
 * Name of the signal that cancels a task within the run of its entity; its argument is the
 * `TaskRun`. A run of the task's own is cancelled by Temporal's request instead.
 */
export const CANCEL_TASK_SIGNAL = 'cancelTask';
