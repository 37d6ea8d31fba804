import { z } from 'zod';
import { TASK_PRIORITIES } from '../model/priorities.ts';
import { TASK_TYPES } from '../tasks/catalogue.ts';
import { OPEN_TASK_STATES, TASK_STATES } from '../tasks/task-states.ts';
import {
  idSchema,
  ownerIdSchema,
  pageOf,
  pageQuerySchema,
  timestampSchema,
} from './common.schema.ts';
import { queuePlaceSchema } from './queue.schema.ts';
import {
  taskErrorSchema,
  taskProgressSchema,
  taskRetrySchema,
  taskWarningSchema,
} from './task-parts.schema.ts';

/** How the runs of a task differ from what the operator has set; what is left out is as that says. */
const taskSettingsSchema = z
  .object({ engine: z.string().exactOptional(), language: z.string().exactOptional() })
  .meta({ id: 'TaskSettings' });

/** One run of background work. */
export const taskSchema = z
  .object({
    id: idSchema('task'),
    type: z.enum(TASK_TYPES),
    state: z.enum(TASK_STATES),
    ownerId: ownerIdSchema,
    conversationId: idSchema('conversation')
      .nullable()
      .describe('Null for memories that belong to no conversation.'),
    clipId: idSchema('clip').nullable().describe('The clip that a transcription is of.'),
    priority: z.enum(TASK_PRIORITIES).describe('Interactive work goes before batch work.'),
    queue: queuePlaceSchema
      .nullable()
      .describe(
        'Where it waits while it is pending; null otherwise, for a summary that waits until its conversation is quiet, and in the answer to a POST.',
      ),
    attempt: z.number().int().describe('1 for the first run, one more for each retry.'),
    settings: taskSettingsSchema.describe(
      'How its runs differ from what the operator has set; empty when they do not.',
    ),
    progress: taskProgressSchema,
    warnings: z.array(taskWarningSchema),
    error: taskErrorSchema.nullable(),
    retry: taskRetrySchema
      .nullable()
      .describe('The step that did not work and is tried again; null while all goes well.'),
    createdAt: timestampSchema,
    startedAt: timestampSchema.nullable(),
    endedAt: timestampSchema.nullable(),
    durationMs: z
      .number()
      .int()
      .nullable()
      .describe('From start to end, or to now while it runs; null before the start.'),
    workflowId: z.string(),
    runId: z.string().nullable(),
    temporalUiUrl: z.url().describe('The run in the Temporal Web UI.'),
    live: z
      .boolean()
      .describe('Whether a worker answered for this status; otherwise it is the last one stored.'),
  })
  .meta({ id: 'Task' });
export type Task = z.output<typeof taskSchema>;

export const taskPageSchema = pageOf(taskSchema).meta({ id: 'TaskPage' });
export type TaskPage = z.output<typeof taskPageSchema>;

/** Query of `GET /tasks`; the newest come first. */
export const taskQuerySchema = pageQuerySchema
  .extend({
    type: z.enum(TASK_TYPES).optional(),
    state: z.enum(TASK_STATES).optional(),
    ownerId: ownerIdSchema.optional(),
    conversationId: idSchema('conversation').optional(),
  })
  .meta({ id: 'TaskQuery' });
export type TaskQuery = z.output<typeof taskQuerySchema>;

/** Most tasks that can be named at once. */
const MOST_NAMED = 500;

/** Body of `POST /tasks/cancel`: which tasks are to end; all that is given must be true of them. */
export const cancelTasksSchema = z
  .object({
    ids: z.array(idSchema('task')).min(1).max(MOST_NAMED).optional(),
    ownerId: ownerIdSchema.optional(),
    conversationId: idSchema('conversation').optional(),
    type: z.enum(TASK_TYPES).optional(),
    state: z.enum(OPEN_TASK_STATES).optional(),
  })
  .strict()
  .refine((wanted) => Object.values(wanted).some((value) => value !== undefined), {
    error: 'must say which tasks are to end',
  })
  .meta({ id: 'CancelTasks' });
export type CancelTasks = z.output<typeof cancelTasksSchema>;

/** Answer of whoever asks for the end of many tasks. */
export const cancelledTasksSchema = z
  .object({
    cancelling: z
      .array(idSchema('task'))
      .describe('Their work has begun; they end when it has stopped.'),
    cancelled: z.array(idSchema('task')).describe('Their work had not begun; they have ended.'),
  })
  .meta({ id: 'CancelledTasks' });
export type CancelledTasks = z.output<typeof cancelledTasksSchema>;

/** Data of the server-sent event `segments`: text that has just been decoded, in chunk order. */
export const partialTextSchema = z
  .object({
    chunkIndex: z.number().int().describe('Chunks may finish out of order; sort by it.'),
    finished: z.boolean().describe('False while the chunk still grows; later data replaces it.'),
    segments: z.array(
      z.object({ startMs: z.number().int(), endMs: z.number().int(), text: z.string() }),
    ),
  })
  .meta({ id: 'PartialText' });
export type PartialText = z.output<typeof partialTextSchema>;
