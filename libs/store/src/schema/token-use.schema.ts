import { bigint, date, integer, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

/** What requests to a model have used; sums of what its provider reports, and of the audio that it was sent. */
const sums = () => ({
  /** The model as `provider:model`. */
  model: text('model').notNull(),
  requests: integer('requests').notNull(),
  /** Requests whose provider did not say what they have used. */
  unreported: integer('unreported').notNull(),
  /** Requests without a known cost. */
  unpriced: integer('unpriced').notNull(),
  inputTokens: bigint('input_tokens', { mode: 'number' }).notNull(),
  outputTokens: bigint('output_tokens', { mode: 'number' }).notNull(),
  /** Of a speech service; 0 for language models. */
  audioMs: bigint('audio_ms', { mode: 'number' }).notNull().default(0),
  /** By the prices at that time, of the requests whose cost is known. */
  cost: numeric('cost').notNull(),
});

/** What each task has used, over all its runs and tries. */
export const taskTokenUse = pgTable(
  'task_token_use',
  { taskId: text('task_id').notNull(), ...sums() },
  (table) => [primaryKey({ columns: [table.taskId, table.model] })],
);

/** What each owner has used per UTC day, for limits and sums. */
export const dailyTokenUse = pgTable(
  'daily_token_use',
  {
    day: date('day', { mode: 'string' }).notNull(),
    ownerId: text('owner_id').notNull(),
    ...sums(),
  },
  (table) => [primaryKey({ columns: [table.day, table.ownerId, table.model] })],
);
