import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import type { Significance, SpokenText } from '#contracts/model';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Projection: memories, with their narrative, significance and pin. */
export const memories = pgTable(
  'memories',
  {
    id: text('id').primaryKey(),
    ownerId: text('owner_id').notNull(),
    /** Null for memories that an application wrote. */
    conversationId: text('conversation_id'),
    /** The exchange that it was created from; null for memories that an application wrote. */
    exchangeId: text('exchange_id'),
    narrative: text('narrative').notNull(),
    /** As the application provided it; null when it is read from the conversation. */
    priorDialogue: jsonb('prior_dialogue').$type<SpokenText[]>(),
    /** Null until it has been scored. */
    significance: integer('significance').$type<Significance>(),
    /** The number from which the significance follows; null when the engine has none. */
    significanceValue: doublePrecision('significance_value'),
    reason: text('reason'),
    engine: text('engine'),
    rubricVersion: text('rubric_version'),
    scoredAt: moment('scored_at'),
    /** The latest task that scores or has scored it; null before it is claimed. */
    significanceTaskId: text('significance_task_id'),
    pinned: boolean('pinned').notNull().default(false),
    /** Whether the rule pinned it; false for a manual pin. */
    autoPinned: boolean('auto_pinned').notNull().default(false),
    /** A person has pinned or unpinned it, so no score changes the pin. */
    decidedByPerson: boolean('decided_by_person').notNull().default(false),
    createdAt: moment('created_at').notNull(),
    /** When a person last edited the narrative. */
    editedAt: moment('edited_at'),
    /** When it was taken out of its conversation, which was deleted then. */
    keptAt: moment('kept_at'),
    /** That conversation; null once that was deleted for good. */
    keptFrom: text('kept_from'),
  },
  (table) => [
    index('memories_owner').on(table.ownerId, table.id),
    index('memories_conversation').on(table.conversationId, table.id),
    index('memories_task').on(table.significanceTaskId),
    index('memories_kept')
      .on(table.id)
      .where(sql`${table.keptAt} IS NOT NULL`),
    index('memories_kept_from')
      .on(table.keptFrom)
      .where(sql`${table.keptFrom} IS NOT NULL`),
    index('memories_pinned')
      .on(table.ownerId)
      .where(sql`${table.pinned}`),
    index('memories_waiting')
      .on(table.conversationId)
      .where(sql`${table.significanceTaskId} IS NULL`),
    index('memories_waiting_of_owner')
      .on(table.ownerId, table.conversationId)
      .where(sql`${table.significanceTaskId} IS NULL`),
  ],
);

/** Narratives of memories that a person has replaced. */
export const memoryNarratives = pgTable(
  'memory_narratives',
  {
    memoryId: text('memory_id')
      .notNull()
      .references(() => memories.id),
    /** 1 for the first. */
    position: integer('position').notNull(),
    narrative: text('narrative').notNull(),
    replacedAt: moment('replaced_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.memoryId, table.position] })],
);
