import { bigserial, index, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { DomainEvent } from '../events/domain-events.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** The append-only record from which all projections follow. */
export const events = pgTable(
  'events',
  {
    sequence: bigserial('sequence', { mode: 'number' }).primaryKey(),
    type: text('type').$type<DomainEvent['type']>().notNull(),
    ownerId: text('owner_id').notNull(),
    conversationId: text('conversation_id').notNull(),
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
