import { boolean, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** What is set for an owner instead of what holds for all. Rows are settings of people, written directly. */
export const ownerSettings = pgTable('owner_settings', {
  ownerId: text('owner_id').primaryKey(),
  /** Whether memories of this owner are scored, if the installation scores any. */
  scoring: boolean('scoring').notNull(),
  /** Whether voices that somebody has named are recognised, if the installation allows it. */
  voiceProfiles: boolean('voice_profiles').notNull().default(false),
  /** What is spoken in recordings of this owner, ISO 639-1 or `auto`; null for what the installation says. */
  spokenLanguage: text('spoken_language'),
  changedAt: timestamp('changed_at', { withTimezone: true, mode: 'date' }).notNull(),
});
