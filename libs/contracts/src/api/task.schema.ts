import { z } from 'zod';
import { TASK_PRIORITIES } from '../model/priorities.ts';
import { REPORT_CAUSES } from '../model/reports.ts';
import { TASK_TYPES } from '../tasks/task-types.ts';
import { CHANNEL_CHOICES, DIARISATION_CHOICES } from '../tasks/task-settings.ts';
import { OPEN_TASK_STATES, TASK_STATES } from '../tasks/task-states.ts';
import { idSchema, ownerIdSchema, pageOf, pageQueryOf, timestampSchema } from './common.schema.ts';
import { queuePlaceSchema } from './queue.schema.ts';
import {
  taskErrorSchema,
  taskProgressSchema,
  taskRetrySchema,
  taskWarningSchema,
} from './task-parts.schema.ts';

/** Settings of a task that override the operator's; fields that are left out are not overridden. */
const taskSettingsSchema = z
  .object({
    engine: z.string().exactOptional(),
    language: z.string().exactOptional(),
    channels: z.enum(CHANNEL_CHOICES).exactOptional(),
    track: z.number().int().exactOptional(),
    tracks: z.literal('all').exactOptional(),
    diarisation: z.enum(DIARISATION_CHOICES).exactOptional(),
    speakers: z.number().int().exactOptional(),
    minSpeakers: z.number().int().exactOptional(),
    maxSpeakers: z.number().int().exactOptional(),
    agent: z.string().exactOptional(),
    cause: z.enum(REPORT_CAUSES).exactOptional(),
    documentId: z.string().exactOptional(),
    force: z.boolean().exactOptional(),
    full: z.boolean().exactOptional(),
    backupId: z.string().exactOptional(),
  })
  .meta({ id: 'TaskSettings' });

/** A piece of background work. A retry runs it again under the same id. */
export const taskSchema = z
  .object({
    id: idSchema('task'),
    type: z.enum(TASK_TYPES),
    state: z.enum(TASK_STATES),
    ownerId: ownerIdSchema,
    conversationId: idSchema('conversation')
      .nullable()
      .describe('Null for work on no conversation, such as reports and backups.'),
    clipId: idSchema('clip')
      .nullable()
      .describe('The clip of a transcription; null for other types.'),
    priority: z.enum(TASK_PRIORITIES).describe('Interactive tasks start before batch tasks.'),
    queue: queuePlaceSchema
      .nullable()
      .describe(
        'Position in its queue while it is pending, or while it is a transcription that runs and none of its chunks has begun: chunks of others are before them. Null otherwise, for a summary that waits until its conversation is quiet, and in the response to a POST.',
      ),
    attempt: z.number().int().describe('1 for the first run, one more for each retry.'),
    settings: taskSettingsSchema.describe(
      'Settings that override those of the operator; empty when there are none.',
    ),
    progress: taskProgressSchema,
    warnings: z.array(taskWarningSchema),
    error: taskErrorSchema.nullable(),
    retry: taskRetrySchema
      .nullable()
      .describe('The step that failed and is retried; null when no step is.'),
    createdAt: timestampSchema,
    startedAt: timestampSchema.nullable(),
    endedAt: timestampSchema.nullable(),
    durationMs: z
      .number()
      .int()
      .nullable()
      .describe('From start to end, or until now while it runs; null before the start.'),
    workflowId: z.string(),
    runId: z.string().nullable(),
    temporalUiUrl: z.url().describe('The run in the Temporal Web UI.'),
    live: z
      .boolean()
      .describe(
        'Whether the status comes from a running worker; otherwise it is the last one stored.',
      ),
  })
  .meta({ id: 'Task' });
export type Task = z.output<typeof taskSchema>;

export const taskPageSchema = pageOf(taskSchema)
  .extend({
    complete: z
      .boolean()
      .describe(
        'False while the database is unavailable: the list then has only the tasks that Temporal knows.',
      ),
  })
  .meta({ id: 'TaskPage' });
export type TaskPage = z.output<typeof taskPageSchema>;

/** Query of `GET /tasks`; newest first. */
export const taskQuerySchema = pageQueryOf('task')
  .extend({
    type: z.enum(TASK_TYPES).optional(),
    state: z.enum(TASK_STATES).optional(),
    ownerId: ownerIdSchema.optional(),
    conversationId: idSchema('conversation').optional(),
    projectId: idSchema('project')
      .optional()
      .describe('Reports about a project and the reading of its documents.'),
  })
  .meta({ id: 'TaskQuery' });
export type TaskQuery = z.output<typeof taskQuerySchema>;

/** Maximum number of task ids in one request. */
const MAX_IDS = 500;

/**
 * Body of `POST /tasks/cancel`: selects the tasks to cancel; a task must match all given fields.
 */
export const cancelTasksSchema = z
  .object({
    ids: z.array(idSchema('task')).min(1).max(MAX_IDS).optional(),
    ownerId: ownerIdSchema.optional(),
    conversationId: idSchema('conversation').optional(),
    type: z.enum(TASK_TYPES).optional(),
    state: z.enum(OPEN_TASK_STATES).optional(),
  })
  .strict()
  .refine((selection) => Object.values(selection).some((value) => value !== undefined), {
    error: 'must select the tasks to cancel',
  })
  .meta({ id: 'CancelTasks' });
export type CancelTasks = z.output<typeof cancelTasksSchema>;

/** Answer of `POST /tasks/cancel`. */
export const cancelledTasksSchema = z
  .object({
    cancelling: z
      .array(idSchema('task'))
      .describe('Tasks whose work has started; they end when it has stopped.'),
    cancelled: z
      .array(idSchema('task'))
      .describe('Tasks whose work had not started; they have ended.'),
  })
  .meta({ id: 'CancelledTasks' });
export type CancelledTasks = z.output<typeof cancelledTasksSchema>;

/** Data of the server-sent event `segments`: newly decoded text of one chunk. */
export const partialTextSchema = z
  .object({
    chunkIndex: z.number().int().describe('Chunks may finish out of order; sort by this index.'),
    finished: z
      .boolean()
      .describe('False while the chunk is still being decoded; later data for it replaces this.'),
    segments: z.array(
      z.object({ startMs: z.number().int(), endMs: z.number().int(), text: z.string() }),
    ),
  })
  .meta({ id: 'PartialText' });
export type PartialText = z.output<typeof partialTextSchema>;

/** Data of the server-sent event `gone`, the last one of a task that was deleted. */
export const taskGoneSchema = z.object({ taskId: idSchema('task') }).meta({ id: 'TaskGone' });
export type TaskGone = z.output<typeof taskGoneSchema>;
