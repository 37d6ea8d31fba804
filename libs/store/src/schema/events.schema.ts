import { sql } from 'drizzle-orm';
import { bigint, index, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { DomainEvent } from '../events/domain-events.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** The append-only record from which all projections follow. */
export const events = pgTable(
  'events',
  {
    /**
     * Given before the commit, so a reader who goes by it alone may miss one: `EventTail` says up to
     * where nothing is missing any more. For its sake a transaction has its id before its number.
     */
    sequence: bigint('sequence', { mode: 'number' })
      .primaryKey()
      .default(sql`(pg_current_xact_id()::text)::bigint * 0 + nextval('events_sequence_seq')`),
    type: text('type').$type<DomainEvent['type']>().notNull(),
    ownerId: text('owner_id').notNull(),
    conversationId: text('conversation_id'),
    taskId: text('task_id'),
    data: jsonb('data').$type<DomainEvent['data']>().notNull(),
    /** An effect that is tried again writes the same key and so leaves one event. */
    idempotencyKey: text('idempotency_key').notNull().unique(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [index('events_conversation').on(table.conversationId, table.sequence)],
);

/** Answers given to requests that carried an `Idempotency-Key`. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** The route that the key was used on. */
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    /** Id of what the first request created. */
    subjectId: text('subject_id').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.key] })],
);
