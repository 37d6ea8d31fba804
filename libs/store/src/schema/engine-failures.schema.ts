import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { ErrorCode } from '#contracts/model';

/**
 * The last request to each engine over a network, if it has failed. Workers write it, so that the gateway,
 * which asks no engine, can say what is wrong.
 */
export const engineFailures = pgTable('engine_failures', {
  /** As tasks request it. */
  engine: text('engine').primaryKey(),
  code: text('code').$type<ErrorCode>().notNull(),
  failedAt: timestamp('failed_at', { withTimezone: true, mode: 'date' }).notNull(),
});
