import type { SQL } from 'drizzle-orm';
import type { EntityKind } from '#contracts/workflows';
import type { Transaction } from '../database/database.ts';
import type { EventOf } from '../events/domain-events.ts';

/** The operator's settings that decide which work is pending. */
export interface PendingWorkSettings {
  /** Whether the installation scores memories. */
  readonly scoring: boolean;
  /**
   * Whether tasks may run within the run of their entity: the engine of the worker costs nothing.
   */
  readonly sharedRuns: boolean;
  /** Whether Temporal may have the titles of conversations and the names of files. */
  readonly titles: boolean;
  /** Names of all agents. */
  readonly agents: readonly string[];
}

/** The events of the tasks that claimed work, and whether unclaimed work may remain. */
export interface ClaimedWork {
  readonly created: readonly EventOf<'task_created'>[];
  readonly more: boolean;
}

/** How the pending work of one kind of entity is found and claimed. */
export interface EntityWork {
  readonly kind: EntityKind;
  /** Table of the entities, with the columns `id` and `owner_id`. */
  readonly table: SQL;
  /** A query for the ids of entities that have work without a task. */
  readonly hasWork: SQL;
  /**
   * Claims the pending work of an entity for new tasks. It is idempotent: nothing is claimed twice.
   * The caller appends the returned events in the same transaction.
   */
  claim(tx: Transaction, id: string): Promise<ClaimedWork>;
}
