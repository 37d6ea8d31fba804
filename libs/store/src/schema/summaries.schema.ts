import { index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type {
  EditedFrom,
  SummaryContent,
  SummaryEvidence,
  SummaryLanguage,
  SummaryTemplate,
} from '#contracts/model';
import { conversations } from './conversations.schema.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Projection: summaries of conversations, each at a revision of the text. */
export const summaries = pgTable(
  'summaries',
  {
    id: text('id').primaryKey(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id),
    /** Revision of the text that it was made from. */
    revision: integer('revision').notNull(),
    content: jsonb('content').$type<SummaryContent>().notNull(),
    /** How many turns it covers: all that had text at its revision. */
    turnCount: integer('turn_count').notNull(),
    engine: text('engine').notNull(),
    /** What was left out, and how much of the text it draws on; null of earlier versions. */
    evidence: jsonb('evidence').$type<SummaryEvidence>(),
    template: text('template').$type<SummaryTemplate>().notNull().default('detailed'),
    /** Language of the text; null if it is another one or unknown. */
    language: text('language').$type<SummaryLanguage>(),
    taskId: text('task_id').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [index('summaries_conversation').on(table.conversationId, table.revision, table.id)],
);

/**
 * What people have made of summaries, each time all of it. The newest is shown instead of the summaries,
 * unless it has no content: then a person has taken the newest summary again. Rows are ordered by id.
 */
export const summaryEdits = pgTable(
  'summary_edits',
  {
    id: text('id').primaryKey(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id),
    /** The summary that was edited; it may no longer exist. */
    base: jsonb('base').$type<EditedFrom>().notNull(),
    content: jsonb('content').$type<SummaryContent>(),
    editedAt: moment('edited_at').notNull(),
  },
  (table) => [index('summary_edits_conversation').on(table.conversationId, table.id)],
);
