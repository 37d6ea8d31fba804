import { boolean, index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { BulkAction, BulkSelection } from '#contracts/model';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * Requested changes of many things, and how far they are. A row is written directly and removed after
 * some days; what was changed is in the change log.
 */
export const bulkChanges = pgTable(
  'bulk_changes',
  {
    id: text('id').primaryKey(),
    /** Whose things are changed; null for those of all owners. */
    ownerId: text('owner_id'),
    /** The task that does it. */
    taskId: text('task_id').notNull(),
    action: text('action').$type<BulkAction>().notNull(),
    permanently: boolean('permanently').notNull(),
    selection: jsonb('selection').$type<BulkSelection>().notNull(),
    /** Id of the last thing that was looked at; null before the first. They are taken by their ids. */
    lastId: text('last_id'),
    changed: integer('changed').notNull().default(0),
    unchanged: integer('unchanged').notNull().default(0),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('bulk_changes_owner').on(table.ownerId, table.id),
    index('bulk_changes_task').on(table.taskId),
  ],
);
