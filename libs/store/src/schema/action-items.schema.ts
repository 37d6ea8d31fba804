import { jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { ActionItem, ActionItemMark } from '#contracts/model';
import { conversations } from './conversations.schema.ts';

/**
 * What people have decided of action items. Every later summary finds its items anew, so a row holds the
 * item as it was shown, without its turns.
 */
export const actionItemMarks = pgTable(
  'action_item_marks',
  {
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id),
    /** Identifies the item within the conversation. */
    itemId: text('action_item_id').notNull(),
    /** The first turn that the item is based on; the row goes where the turn goes. */
    turnId: text('turn_id').notNull(),
    mark: text('mark').$type<ActionItemMark>().notNull(),
    item: jsonb('item').$type<Omit<ActionItem, 'turnIds'>>().notNull(),
    markedAt: timestamp('marked_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.itemId] })],
);
