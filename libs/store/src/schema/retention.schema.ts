import { integer, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';
import type { RetentionSubject } from '#contracts/model';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** How long things are kept. Rows are settings of people, written directly. */
export const retentionRules = pgTable(
  'retention_rules',
  {
    id: text('id').primaryKey(),
    subject: text('subject').$type<RetentionSubject>().notNull(),
    /** Null for all owners. */
    ownerId: text('owner_id'),
    /** Null for all conversations. */
    projectId: text('project_id'),
    /** Days since the last exchange; null keeps it for ever. */
    keptDays: integer('kept_days'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    unique('retention_rules_scope')
      .on(table.subject, table.ownerId, table.projectId)
      .nullsNotDistinct(),
  ],
);
