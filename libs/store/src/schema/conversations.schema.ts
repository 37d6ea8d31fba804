import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { HeardWord, SummaryStyle } from '#contracts/model';
import { correctionSettings } from './correction-settings.columns.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Projection: conversations, which are ordered lists of exchanges. */
export const conversations = pgTable(
  'conversations',
  {
    id: text('id').primaryKey(),
    ownerId: text('owner_id').notNull(),
    /** The project that it belongs to, if any. */
    projectId: text('project_id'),
    title: text('title').notNull(),
    tags: jsonb('tags').$type<string[]>().notNull(),
    /** Increases with every change of the conversation's text. */
    revision: integer('revision').notNull().default(0),
    clipCount: integer('clip_count').notNull().default(0),
    exchangeCount: integer('exchange_count').notNull().default(0),
    ...correctionSettings(),
    /** How people want its summaries; null for as its project or the default says. */
    summaryStyle: jsonb('summary_style').$type<SummaryStyle>(),
    /** What is spoken in its recordings, ISO 639-1 or `auto`; null when what is further away says it. */
    spokenLanguage: text('spoken_language'),
    /** Revision of the newest summary; null before the first. */
    summaryRevision: integer('summary_revision'),
    /** Highest revision that an ended summary task has covered, whatever its outcome. */
    summarySeenRevision: integer('summary_seen_revision').notNull().default(0),
    /**
     * Revision of the latest deletion of something that was said; 0 before the first. What was made
     * from an older text may tell of it, so it is not stored.
     */
    deletionRevision: integer('deletion_revision').notNull().default(0),
    /** When a person put it away; null for one that is in the list. */
    archivedAt: moment('archived_at'),
    /** When a rule of retention has removed its words; null while they are there. */
    transcriptRemovedAt: moment('transcript_removed_at'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    index('conversations_owner').on(table.ownerId, table.id),
    index('conversations_project')
      .on(table.projectId, table.id)
      .where(sql`${table.projectId} IS NOT NULL`),
    // For the reconcile query that finds unsignalled work.
    index('conversations_behind')
      .on(table.id)
      .where(sql`${table.revision} > ${table.summarySeenRevision}`),
  ],
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

/** Projection: one speaker's utterance. Turns are ordered by id. */
export const turns = pgTable(
  'turns',
  {
    id: text('id').primaryKey(),
    exchangeId: text('exchange_id')
      .notNull()
      .references(() => exchanges.id),
    conversationId: text('conversation_id').notNull(),
    speaker: text('speaker').notNull(),
    /** The label that its voice got, such as "Speaker 2"; null when no voice told who speaks. */
    voiceLabel: text('voice_label'),
    /** The name that was given with it, if people have changed it and no voice told who speaks. */
    givenSpeaker: text('given_speaker'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('turns_conversation').on(table.conversationId, table.id),
    // For the names of a conversation, each found by one look.
    index('turns_speaker').on(table.conversationId, table.speaker),
    index('turns_exchange').on(table.exchangeId, table.id),
  ],
);

/** Projection: the uploaded recording of a turn, with the result of its probe. */
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
    /** Of a part of a recording: the clip that was uploaded. Null for a whole recording. */
    splitFrom: text('split_from'),
    /** Number of the track that a part is, from 1. */
    track: integer('track'),
    /** Number of the channel that a part is, from 1; null for all of its track. */
    channel: integer('channel'),
    /** The latest task that transcribes the clip. */
    taskId: text('task_id').notNull(),
    /** When a rule of retention has removed the bytes; null while they are there. */
    audioRemovedAt: moment('audio_removed_at'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('clips_conversation').on(table.conversationId, table.id),
    index('clips_blob').on(table.sha256),
    index('clips_split')
      .on(table.splitFrom)
      .where(sql`${table.splitFrom} IS NOT NULL`),
  ],
);

/** Projection: a timed part of a turn's transcript, with three layers of text. */
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
    /** ISO 639-1, as which it was heard; null when it was typed or imported, or that is not known. */
    language: text('language'),
    words: jsonb('words')
      .$type<HeardWord[]>()
      .notNull()
      .default(sql`'[]'::jsonb`),
    /** How many changes its latest correction was refused. */
    refusedChanges: integer('refused_changes').notNull().default(0),
    /** The latest task that corrects or has corrected the segment; null before it is claimed. */
    correctionTaskId: text('correction_task_id'),
  },
  (table) => [
    index('segments_turn').on(table.conversationId, table.turnId, table.position),
    index('segments_correction').on(table.correctionTaskId),
    index('segments_waiting')
      .on(table.conversationId)
      .where(sql`${table.correctionTaskId} IS NULL`),
  ],
);

/** A segment of an earlier version of a text. */
export interface EarlierSegment {
  readonly startMs: number;
  readonly endMs: number;
  readonly raw: string;
  readonly corrected: string | null;
  readonly edited: string | null;
  readonly confidence: number;
  readonly words: readonly HeardWord[];
  /** Who spoke, where the text had turns of several speakers that are one version now. */
  readonly speaker?: string;
}

/** Earlier texts of turns that tasks have replaced. The current text is in `segments`. */
export const textVersions = pgTable(
  'text_versions',
  {
    id: text('id').primaryKey(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id),
    turnId: text('turn_id')
      .notNull()
      .references(() => turns.id),
    clipId: text('clip_id').references(() => clips.id),
    /** Last revision of the conversation that had this text. */
    revision: integer('revision').notNull(),
    /** The task that replaced it. */
    replacedByTaskId: text('replaced_by_task_id').notNull(),
    segments: jsonb('segments').$type<EarlierSegment[]>().notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('text_versions_turn').on(table.conversationId, table.turnId, table.id),
    // Ensures that a repeated activity stores a version once.
    uniqueIndex('text_versions_once').on(table.turnId, table.replacedByTaskId, table.revision),
  ],
);
