import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { CorrectionRefusal, CorrectionRule, SPAN_OUTCOMES } from '#contracts/model';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Audit log: one row for each change that a correction made or wanted to make. */
export const correctionChanges = pgTable(
  'correction_changes',
  {
    segmentId: text('segment_id').notNull(),
    position: integer('position').notNull(),
    taskId: text('task_id').notNull(),
    engine: text('engine').notNull(),
    outcome: text('outcome').$type<(typeof SPAN_OUTCOMES)[number]>().notNull().default('taken'),
    /** The rule that allowed it; null when it was refused. */
    rule: text('rule').$type<CorrectionRule>(),
    /** Why it was refused; null otherwise. */
    reason: text('reason').$type<CorrectionRefusal>(),
    /** Place in the raw text, in UTF-16 code units. Null in rows of earlier versions. */
    startIndex: integer('start_index'),
    endIndex: integer('end_index'),
    before: text('before').notNull(),
    after: text('after').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.segmentId, table.position] })],
);
