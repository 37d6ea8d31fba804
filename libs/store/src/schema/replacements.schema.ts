import { boolean, index, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { GlossaryLevel, PassageOutcome } from '#contracts/model';

/**
 * Previews of replacements of words in what was said, and what was made of them. A row is written directly
 * and removed after some days; what was changed is in the change log.
 */
export const replacements = pgTable(
  'replacements',
  {
    id: text('id').primaryKey(),
    ownerId: text('owner_id').notNull(),
    /** In which conversations: those of an owner or a project, or one. */
    level: text('level').$type<GlossaryLevel>().notNull(),
    scopeId: text('scope_id').notNull(),
    term: text('term').notNull(),
    /** What is replaced by the term. */
    forms: jsonb('forms').$type<string[]>().notNull(),
    /** Whether the term is replaced too, where only its capitals differ. */
    capitals: boolean('capitals').notNull(),
    /** The bulk change that replaces; null before it is asked for. */
    appliedBy: text('applied_by'),
    /** The bulk change that takes all of it back; null before it is asked for. */
    undoneBy: text('undone_by'),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  (table) => [index('replacements_owner').on(table.ownerId, table.id)],
);

/** The segments in which a replacement changes something. A row goes where its turn goes. */
export const replacementPassages = pgTable(
  'replacement_passages',
  {
    replacementId: text('replacement_id').notNull(),
    segmentId: text('segment_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    turnId: text('turn_id').notNull(),
    /** What was shown when the preview was made. */
    before: text('before').notNull(),
    after: text('after').notNull(),
    /** The edit by a person that the replacement has replaced; null when there was none. */
    editedBefore: text('edited_before'),
    outcome: text('outcome').$type<PassageOutcome>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.replacementId, table.segmentId] }),
    index('replacement_passages_turn').on(table.conversationId, table.turnId),
  ],
);
