import { index, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { RenameOutcome } from '#contracts/model';

/**
 * Previews of renamings in all conversations of an owner, and what was made of them. A row is written directly and
 * removed after some days; what was decided stays in each conversation.
 */
export const speakerRenames = pgTable(
  'speaker_renames',
  {
    id: text('id').primaryKey(),
    ownerId: text('owner_id').notNull(),
    fromName: text('from_name').notNull(),
    toName: text('to_name').notNull(),
    /** The bulk change that renames; null before it is asked for. */
    appliedBy: text('applied_by'),
    /** The bulk change that takes all of it back; null before it is asked for. */
    undoneBy: text('undone_by'),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  (table) => [index('speaker_renames_owner').on(table.ownerId, table.id)],
);

/** The conversations in which somebody has the old name. A row goes where its conversation goes. */
export const renamedConversations = pgTable(
  'renamed_conversations',
  {
    renameId: text('rename_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    outcome: text('outcome').$type<RenameOutcome>().notNull(),
    /** The decision that was made there; null before it is. */
    changeId: text('change_id'),
  },
  (table) => [
    primaryKey({ columns: [table.renameId, table.conversationId] }),
    index('renamed_conversations_conversation').on(table.conversationId),
  ],
);
