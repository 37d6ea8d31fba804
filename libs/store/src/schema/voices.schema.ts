import {
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { AssignedRange, SpeakerRange, TimeRange } from '#contracts/model';
import { conversations } from './conversations.schema.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * Voices that were heard in chunks, by a hash of all inputs: the audio, its range and the network. Any later run
 * can reuse them. They are removed with what was decoded of the recording.
 */
export const voiceResults = pgTable(
  'voice_results',
  {
    key: text('key').primaryKey(),
    /** The recording, with which they are removed. */
    audioSha256: text('audio_sha256').notNull(),
    engine: text('engine').notNull(),
    /** Where there is speech. */
    regions: jsonb('regions').$type<TimeRange[]>().notNull(),
    /** Where two voices speak at once. */
    overlaps: jsonb('overlaps').$type<TimeRange[]>().notNull().default([]),
    /** The windows over it, one for each embedding. */
    windows: jsonb('windows').$type<TimeRange[]>().notNull(),
    /** Values of an embedding. */
    embeddingSize: integer('embedding_size').notNull(),
    /** Little-endian float32, one embedding after the other. */
    embeddings: bytes('embeddings').notNull(),
    /** How often this result was produced; more than 1 means that work was done twice. */
    timesEmbedded: integer('times_embedded').notNull().default(1),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [index('voice_results_audio').on(table.audioSha256)],
);

/** Who speaks when in recordings, by a hash of the voices and of what was known of the speakers. */
export const speakerResults = pgTable(
  'speaker_results',
  {
    key: text('key').primaryKey(),
    /** The recording, with which it is removed. */
    audioSha256: text('audio_sha256').notNull(),
    ranges: jsonb('ranges').$type<SpeakerRange[]>().notNull(),
    /** How often this result was produced; more than 1 means that work was done twice. */
    timesGrouped: integer('times_grouped').notNull().default(1),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [index('speaker_results_audio').on(table.audioSha256)],
);

/** What people have decided about speakers of a conversation. Rows are ordered by id. */
export const speakerChanges = pgTable(
  'speaker_changes',
  {
    id: text('id').primaryKey(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id),
    /** What they were called when it was decided. */
    fromName: text('from_name').notNull(),
    /** What they are called from then on. */
    toName: text('to_name').notNull(),
    /** Whom it is about: labels of voices, and names that were given with turns. */
    bases: jsonb('bases').$type<string[]>().notNull(),
    /** The recording of which passages were given to somebody; null for a decision about names. */
    clipId: text('clip_id'),
    /** These passages; they have the label `to_label` then. */
    ranges: jsonb('ranges').$type<AssignedRange[]>(),
    toLabel: text('to_label'),
    createdAt: moment('created_at').notNull(),
    undoneAt: moment('undone_at'),
  },
  (table) => [index('speaker_changes_conversation').on(table.conversationId, table.id)],
);

/**
 * Voices that people have named, by which later ones are known; of owners who have asked for it. A row goes where its
 * recording goes. Rows are written directly.
 */
export const voiceProfiles = pgTable(
  'voice_profiles',
  {
    id: text('id').primaryKey(),
    ownerId: text('owner_id').notNull(),
    /** Where the voice was named. */
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id),
    /** Of the recording. */
    clipId: text('clip_id').notNull(),
    voiceLabel: text('voice_label').notNull(),
    /** It follows what people call the voice there. */
    name: text('name').notNull(),
    /** The network and its version; embeddings of two of them cannot be compared. */
    engine: text('engine').notNull(),
    /** The middle of the voice, of length 1: little-endian float32. */
    embedding: bytes('embedding').notNull(),
    /** How many windows it is the middle of. */
    windowCount: integer('window_count').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('voice_profiles_owner').on(table.ownerId, table.id),
    uniqueIndex('voice_profiles_voice').on(table.conversationId, table.voiceLabel),
    index('voice_profiles_clip').on(table.clipId),
  ],
);

/** Names of which somebody has said that a voice does not have them. */
export const rejectedNames = pgTable(
  'rejected_names',
  {
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id),
    voiceLabel: text('voice_label').notNull(),
    name: text('name').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.voiceLabel, table.name] })],
);
