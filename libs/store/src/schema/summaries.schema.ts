import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
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

/**
 * Where the text of a long conversation is cut into parts, so that an unchanged part is known without its text
 * (ADR 63). Triggers of the migration remove a row when any turn that it rests on changes, whoever writes.
 */
export const summaryParts = pgTable(
  'summary_parts',
  {
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    /** The longest part that the engine reads, in UTF-16 code units: engines cut differently. */
    maxCharacters: integer('max_characters').notNull(),
    firstTurnId: text('first_turn_id').notNull(),
    /** How many turns with text are before it: where a part ends depends on it. */
    firstNumber: integer('first_number').notNull(),
    /** The last turn whose length was looked at to find the end: the next part or a later one has it. */
    lookedAtTurnId: text('looked_at_turn_id').notNull(),
    /** The turn with which the next part begins. */
    nextTurnId: text('next_turn_id').notNull(),
    turnCount: integer('turn_count').notNull(),
    speakers: jsonb('speakers').$type<readonly string[]>().notNull(),
    /** Length of speakers and texts, by which parts are cut. */
    characters: integer('characters').notNull(),
    /** Length of the texts. */
    textLength: integer('text_length').notNull(),
    /** Identifies the turns with their texts. */
    textHash: text('text_hash').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.maxCharacters, table.firstTurnId] }),
    index('summary_parts_looked_at').on(table.conversationId, table.lookedAtTurnId),
  ],
);

/**
 * The reading of a conversation's text by a summary. It is removed by the next change of the text, so that parts are
 * stored only if nothing has changed since they were read.
 */
export const summaryReadings = pgTable('summary_readings', {
  conversationId: text('conversation_id')
    .primaryKey()
    .references(() => conversations.id, { onDelete: 'cascade' }),
  readingId: text('reading_id').notNull(),
});
