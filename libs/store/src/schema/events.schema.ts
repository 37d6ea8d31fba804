import { sql } from 'drizzle-orm';
import { bigint, index, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { DomainEvent } from '../events/domain-events.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** The append-only event log, from which all projections follow. */
export const events = pgTable(
  'events',
  {
    /**
     * Assigned before the commit, so a reader that relies on it alone may miss an event.
     * `EventTail` knows up to which sequence the log is complete. It requires that a transaction
     * gets its id before its sequence, which the default expression ensures.
     */
    sequence: bigint('sequence', { mode: 'number' })
      .primaryKey()
      .default(sql`(pg_current_xact_id()::text)::bigint * 0 + nextval('events_sequence_seq')`),
    type: text('type').$type<DomainEvent['type']>().notNull(),
    ownerId: text('owner_id').notNull(),
    conversationId: text('conversation_id'),
    taskId: text('task_id'),
    data: jsonb('data').$type<DomainEvent['data']>().notNull(),
    /** A retried effect writes the same key, so it leaves one event. */
    idempotencyKey: text('idempotency_key').notNull().unique(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [index('events_conversation').on(table.conversationId, table.sequence)],
);

/** Requests that carried an `Idempotency-Key`, and what they created. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /**
     * Namespace of the key: a route, which for some routes includes the owner or the conversation.
     */
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    /** Id of what the first request created. */
    subjectId: text('subject_id').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.key] })],
);
