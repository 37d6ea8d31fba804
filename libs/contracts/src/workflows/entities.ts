import type { defineSearchAttributeKey } from '@temporalio/common';
import { SEARCH_ATTRIBUTES } from './search-attributes.ts';

/** What is true of every long-lived workflow of one kind. */
export interface EntityDefinition {
  /** Name under which the workflow is registered and started. */
  readonly workflow: string;
  /** Holds the id of the entity, for operators who look for its runs; `null` for none. */
  readonly searchAttribute: ReturnType<typeof defineSearchAttributeKey<'KEYWORD'>> | null;
}

/**
 * The things that a long-lived workflow each looks after. It takes the work that waits for its
 * entity, runs it as tasks, and ends when it has been idle.
 */
export const ENTITIES = {
  conversation: { workflow: 'conversation', searchAttribute: SEARCH_ATTRIBUTES.conversation },
} as const satisfies Record<string, EntityDefinition>;

/** What kind of thing a long-lived workflow looks after. */
export type EntityKind = keyof typeof ENTITIES;

/** All kinds of entities. */
export const ENTITY_KINDS: readonly EntityKind[] = Object.keys(ENTITIES).filter(isEntityKind);

/** Whether there is such a kind of entity. */
export function isEntityKind(value: unknown): value is EntityKind {
  return typeof value === 'string' && Object.hasOwn(ENTITIES, value);
}

/** Names one entity. */
export interface EntityRef {
  readonly kind: EntityKind;
  readonly id: string;
}

/** Says that there may be work for an entity. It carries nothing else, and may be lost or doubled. */
export interface WorkSignal extends EntityRef {
  readonly ownerId: string;
}

/** The workflow of a kind of entity. */
export function entityDefinitionOf(kind: EntityKind): EntityDefinition {
  return ENTITIES[kind];
}

/** The id of the one workflow that looks after an entity. */
export function entityWorkflowId({ kind, id }: EntityRef): string {
  return `${ENTITIES[kind].workflow}:${id}`;
}

/** Name of the signal that says that an entity has work. Recorded histories hold it. */
export const WORK_SIGNAL = 'wake';
