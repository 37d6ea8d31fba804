import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { HeardSegment, TaskPriority } from '#contracts/model';
import type { EntityKind } from '#contracts/workflows';
import type {
  TaskError,
  TaskRetry,
  TaskSettings,
  TaskStep,
  TaskState,
  TaskType,
  TaskWarning,
} from '#contracts/tasks';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Projection: a unit of background work as the API shows it. A task may have several runs. */
export const tasks = pgTable(
  'tasks',
  {
    id: text('id').primaryKey(),
    type: text('type').$type<TaskType>().notNull(),
    state: text('state').$type<TaskState>().notNull(),
    ownerId: text('owner_id').notNull(),
    /** Null for tasks on memories that belong to no conversation. */
    conversationId: text('conversation_id'),
    clipId: text('clip_id'),
    /** The entity whose workflow runs it; null for a task that the outbox starts. */
    entityKind: text('entity_kind').$type<EntityKind>(),
    entityId: text('entity_id'),
    attempt: integer('attempt').notNull().default(1),
    step: text('step').$type<TaskStep>(),
    /** It was requested or retried, so it does not wait until its entity is quiet. */
    skipsQuietWait: boolean('skips_quiet_wait').notNull().default(false),
    priority: text('priority').$type<TaskPriority>().notNull().default('interactive'),
    /** Overrides of the worker's settings for its runs. */
    settings: jsonb('settings')
      .$type<TaskSettings>()
      .notNull()
      .default(sql`'{}'::jsonb`),
    /** Failed steps that are being retried, by name; null when there are none. */
    retry: jsonb('retry').$type<Readonly<Record<string, TaskRetry>>>(),
    /** Progress, in the unit of the task type. */
    done: bigint('done', { mode: 'number' }).notNull().default(0),
    total: bigint('total', { mode: 'number' }),
    /** How far the clip has been split into chunks, in milliseconds. */
    plannedToMs: integer('planned_to_ms').notNull().default(0),
    /** Key of the stored result that tells who speaks when; null while there is none. */
    speakersKey: text('speakers_key'),
    warnings: jsonb('warnings').$type<TaskWarning[]>().notNull(),
    error: jsonb('error').$type<TaskError>(),
    workflowId: text('workflow_id').notNull(),
    runId: text('run_id'),
    /** The first run of this attempt; another one follows when an operator resets the workflow. */
    firstRunId: text('first_run_id'),
    /** How often a reset has reopened this attempt after it had ended. */
    reopenings: integer('reopenings').notNull().default(0),
    /** Increases with every change. Readers that know version N ask for later changes. */
    version: bigint('version', { mode: 'number' }).notNull().default(1),
    createdAt: moment('created_at').notNull(),
    startedAt: moment('started_at'),
    endedAt: moment('ended_at'),
  },
  (table) => [
    index('tasks_owner').on(table.ownerId, table.id),
    index('tasks_conversation').on(table.conversationId, table.id),
    index('tasks_clip').on(table.clipId),
    index('tasks_state').on(table.state, table.id),
    index('tasks_waiting')
      .on(table.entityKind, table.entityId, table.id)
      .where(sql`${table.state} = 'pending'`),
    index('tasks_open_owner')
      .on(table.ownerId)
      .where(sql`${table.endedAt} IS NULL`),
    index('tasks_reports')
      .on(table.entityId, table.id)
      .where(sql`${table.type} = 'agent_report'`),
    index('tasks_project')
      .on(table.entityId, table.id)
      .where(sql`${table.entityKind} = 'project'`),
    // For lists of conversations: what is open or needs attention. Most tasks are completed.
    index('tasks_unfinished')
      .on(table.conversationId)
      .where(sql`${table.state} <> 'completed'`),
    // For the check that a conversation has at most one open summary.
    index('tasks_open_summary')
      .on(table.conversationId)
      .where(sql`${table.type} = 'summary' AND ${table.endedAt} IS NULL`),
  ],
);

/** The chunks into which the clip of a task was split. */
export const taskChunks = pgTable(
  'task_chunks',
  {
    taskId: text('task_id')
      .notNull()
      .references(() => tasks.id),
    index: integer('chunk_index').notNull(),
    startMs: integer('start_ms').notNull(),
    endMs: integer('end_ms').notNull(),
    overlapsPrevious: boolean('overlaps_previous').notNull(),
    /** Key of the stored result; null while the chunk is not finished. */
    resultKey: text('result_key'),
    /** Key of the stored voices; null while none were embedded. */
    voiceKey: text('voice_key'),
    /** Segments decoded so far of an unfinished chunk. */
    partial: jsonb('partial').$type<HeardSegment[]>(),
    /** The task's version at the chunk's last change. */
    version: bigint('version', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.taskId, table.index] })],
);

/**
 * Finished engine work, by a hash of all its inputs: the audio, its range, the engine and its
 * settings. Any later run can reuse it, so a retry does not decode a chunk again.
 */
export const chunkResults = pgTable(
  'chunk_results',
  {
    key: text('key').primaryKey(),
    /** The recording, with which the result is removed; null when an earlier version has stored it. */
    audioSha256: text('audio_sha256'),
    engine: text('engine').notNull(),
    language: text('language').notNull(),
    segments: jsonb('segments').$type<HeardSegment[]>().notNull(),
    warnings: jsonb('warnings').$type<TaskWarning[]>().notNull(),
    /** How often this result was produced; more than 1 means that work was done twice. */
    timesDecoded: integer('times_decoded').notNull().default(1),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [index('chunk_results_audio').on(table.audioSha256)],
);

/** Messages to deliver to Temporal. A row is deleted after Temporal has accepted its message. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    kind: text('kind').$type<'start' | 'cancel'>().notNull(),
    /** Null when the task is no longer in its table. */
    taskId: text('task_id').references(() => tasks.id, { onDelete: 'set null' }),
    /** The row of a task that was moved to the bin while it had a run to cancel. */
    binnedTask: jsonb('binned_task').$type<Readonly<Record<string, unknown>>>(),
    attempt: integer('attempt').notNull(),
    tries: integer('tries').notNull().default(0),
    dueAt: moment('due_at').notNull().defaultNow(),
  },
  (table) => [index('outbox_due').on(table.dueAt), index('outbox_task').on(table.taskId)],
);

/** Work signals to send to the workflows of entities. All rows of an entity become one signal. */
export const workSignals = pgTable(
  'work_signals',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    entityKind: text('entity_kind').$type<EntityKind>().notNull(),
    entityId: text('entity_id').notNull(),
    ownerId: text('owner_id').notNull(),
    tries: integer('tries').notNull().default(0),
    dueAt: moment('due_at').notNull().defaultNow(),
  },
  (table) => [index('work_signals_due').on(table.dueAt)],
);

/**
 * Answers of costly engines, by a hash of all their inputs, so that a retry does not ask again.
 */
export const engineAnswers = pgTable('engine_answers', {
  key: text('key').primaryKey(),
  engine: text('engine').notNull(),
  answer: jsonb('answer').notNull(),
  /** How often this answer was produced; more than 1 means that work was done twice. */
  timesMade: integer('times_made').notNull().default(1),
  createdAt: moment('created_at').notNull().defaultNow(),
});

/**
 * What has used an answer: tasks, memories that were scored, and the conversations and documents that
 * agents have read.
 */
export const engineAnswerUses = pgTable(
  'engine_answer_uses',
  {
    key: text('key').notNull(),
    usedBy: text('used_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.key, table.usedBy] }),
    index('engine_answer_uses_user').on(table.usedBy),
  ],
);

/** Usage of an owner per UTC day, for daily limits. */
export const ownerUsage = pgTable(
  'owner_usage',
  {
    ownerId: text('owner_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    /** Total size of uploaded clips. */
    bytes: bigint('bytes', { mode: 'number' }).notNull().default(0),
    /** Total length of clips whose length became known on that day. */
    audioMs: bigint('audio_ms', { mode: 'number' }).notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.ownerId, table.day] })],
);
