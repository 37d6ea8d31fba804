import { jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { CompactEntry } from '#contracts/model';

/**
 * Glossaries of owners, for all of their conversations. Those of projects and conversations are in their
 * rows, and go where these go.
 */
export const ownerGlossaries = pgTable('owner_glossaries', {
  ownerId: text('owner_id').primaryKey(),
  entries: jsonb('entries').$type<CompactEntry[]>().notNull(),
  changedAt: timestamp('changed_at', { withTimezone: true, mode: 'date' }).notNull(),
});
