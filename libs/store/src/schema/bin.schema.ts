import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Projection: what was deleted and can be restored. */
export const binItems = pgTable(
  'bin_items',
  {
    /** Id of the conversation. */
    id: text('id').primaryKey(),
    ownerId: text('owner_id').notNull(),
    title: text('title').notNull(),
    /** Ids of the tasks whose work the deletion has cancelled, so a restore starts them again. */
    stoppedTasks: jsonb('stopped_tasks').$type<readonly string[]>().notNull(),
    deletedAt: moment('deleted_at').notNull(),
  },
  (table) => [
    index('bin_items_newest').on(table.deletedAt, table.id),
    index('bin_items_owner').on(table.ownerId, table.deletedAt, table.id),
  ],
);

/** The rows of what is in the bin, as they were in their tables. */
export const binRows = pgTable(
  'bin_rows',
  {
    itemId: text('item_id')
      .notNull()
      .references(() => binItems.id),
    /** Name of the table that the row was in. */
    tableName: text('table_name').notNull(),
    /** Order within the table. */
    position: integer('position').notNull(),
    row: jsonb('row').$type<Readonly<Record<string, unknown>>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.itemId, table.tableName, table.position] }),
    index('bin_rows_table').on(table.tableName),
  ],
);
