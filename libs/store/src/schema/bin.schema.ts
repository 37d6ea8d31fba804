import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import type { BinKind } from '#contracts/model';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Projection: what was deleted and can be restored. */
export const binItems = pgTable(
  'bin_items',
  {
    /** Id of what was deleted. */
    id: text('id').primaryKey(),
    /** What was deleted before there was this column is a conversation. */
    kind: text('kind').$type<BinKind>().notNull().default('conversation'),
    ownerId: text('owner_id').notNull(),
    /**
     * The conversation of an exchange, a clip or a memory, or the project of a document; null for what
     * stands alone.
     */
    belongsTo: text('belongs_to'),
    /** The exchange without which it cannot be restored; null when it has none, or brings it along. */
    exchangeId: text('exchange_id'),
    /** Its title, the name of its file, or the beginning of its text. */
    title: text('title').notNull(),
    /** Ids of the tasks whose work the deletion has cancelled, so a restore starts them again. */
    stoppedTasks: jsonb('stopped_tasks').$type<readonly string[]>().notNull(),
    /** Ids of the conversations that come back to a project when it is restored. */
    conversationIds: jsonb('conversation_ids')
      .$type<readonly string[]>()
      .notNull()
      .default(sql`'[]'::jsonb`),
    deletedAt: moment('deleted_at').notNull(),
    /** It cannot be restored; it is there only until it is purged. */
    permanent: boolean('permanent').notNull().default(false),
    /** The task that has deleted it; null when a person has. */
    deletedBy: text('deleted_by'),
  },
  (table) => [
    index('bin_items_newest').on(table.deletedAt, table.id),
    index('bin_items_permanent')
      .on(table.id)
      .where(sql`${table.permanent}`),
    index('bin_items_owner').on(table.ownerId, table.deletedAt, table.id),
    index('bin_items_projects')
      .on(table.ownerId)
      .where(sql`${table.kind} = 'project'`),
    index('bin_items_belongs_to')
      .on(table.belongsTo)
      .where(sql`${table.belongsTo} IS NOT NULL`),
    index('bin_items_deleted_by')
      .on(table.deletedBy)
      .where(sql`${table.deletedBy} IS NOT NULL`),
    index('bin_items_exchange')
      .on(table.exchangeId)
      .where(sql`${table.exchangeId} IS NOT NULL`),
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
    index('bin_rows_blob')
      .on(sql`(${table.row} ->> 'sha256')`)
      .where(sql`${table.tableName} IN ('clips', 'documents')`),
  ],
);

/** Bytes of rows that are gone, until somebody has looked whether anything else refers to them. */
export const unusedBlobs = pgTable('unused_blobs', {
  sha256: text('sha256').primaryKey(),
  notedAt: moment('noted_at').notNull().defaultNow(),
});
