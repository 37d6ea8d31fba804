import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, real, text, timestamp } from 'drizzle-orm/pg-core';
import type { HeardWord } from '#contracts/messages';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Projection: an ordered list of exchanges. */
export const conversations = pgTable(
  'conversations',
  {
    id: text('id').primaryKey(),
    ownerId: text('owner_id').notNull(),
    title: text('title').notNull(),
    tags: jsonb('tags').$type<string[]>().notNull(),
    /** Grows with every change of the conversation's text. */
    revision: integer('revision').notNull().default(0),
    clipCount: integer('clip_count').notNull().default(0),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('conversations_owner').on(table.ownerId, table.id)],
);

/** Projection: turns that were posted together. */
export const exchanges = pgTable(
  'exchanges',
  {
    id: text('id').primaryKey(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [index('exchanges_conversation').on(table.conversationId, table.id)],
);

/** Projection: one speaker's utterance. Turns are in the order of their ids. */
export const turns = pgTable(
  'turns',
  {
    id: text('id').primaryKey(),
    exchangeId: text('exchange_id')
      .notNull()
      .references(() => exchanges.id),
    conversationId: text('conversation_id').notNull(),
    speaker: text('speaker').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [index('turns_conversation').on(table.conversationId, table.id)],
);

/** Projection: the uploaded recording of a turn, and what was found in it. */
export const clips = pgTable(
  'clips',
  {
    id: text('id').primaryKey(),
    turnId: text('turn_id')
      .notNull()
      .references(() => turns.id),
    conversationId: text('conversation_id').notNull(),
    fileName: text('file_name').notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    /** Address of the bytes in the blob store. */
    sha256: text('sha256').notNull(),
    durationMs: integer('duration_ms'),
    container: text('container'),
    codec: text('codec'),
    channels: integer('channels'),
    sampleRateHz: integer('sample_rate_hz'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [index('clips_conversation').on(table.conversationId, table.id)],
);

/** Projection: a timed piece of a turn's transcript, in three layers of text. */
export const segments = pgTable(
  'segments',
  {
    id: text('id').primaryKey(),
    conversationId: text('conversation_id').notNull(),
    turnId: text('turn_id')
      .notNull()
      .references(() => turns.id),
    clipId: text('clip_id').references(() => clips.id),
    position: integer('position').notNull(),
    startMs: integer('start_ms').notNull(),
    endMs: integer('end_ms').notNull(),
    raw: text('raw').notNull(),
    corrected: text('corrected'),
    edited: text('edited'),
    confidence: real('confidence').notNull(),
    words: jsonb('words')
      .$type<HeardWord[]>()
      .notNull()
      .default(sql`'[]'::jsonb`),
  },
  (table) => [index('segments_turn').on(table.conversationId, table.turnId, table.position)],
);
