import type { SQL } from 'drizzle-orm';
import type { EntityKind } from '#contracts/workflows';
import type { Transaction } from '../database/database.ts';
import type { EventOf } from '../events/domain-events.ts';

/** The tasks that were made of what waited, and whether there was too much for them. */
export interface ClaimedWork {
  readonly created: readonly EventOf<'task_created'>[];
  readonly more: boolean;
}

/** What the database knows of the work of one kind of entity. */
export interface EntityWork {
  readonly kind: EntityKind;
  /** Table of the entities, with the columns `id` and `owner_id`. */
  readonly table: SQL;
  /** A query for the ids of entities that have work of which no task was made yet. */
  readonly hasWork: SQL;
  /**
   * Claims what waits for an entity for tasks that are about to be made. Claiming twice claims nothing
   * twice.
   */
  claim(tx: Transaction, id: string): Promise<ClaimedWork>;
}
