import { z } from 'zod';
import { OPEN_TASK_STATES, TASK_PRIORITIES, TASK_STATES, TASK_TYPES } from '../messages/tasks.ts';
import { engineNameSchema, spokenLanguageSchema } from './engine.schema.ts';
import {
  idSchema,
  ownerIdSchema,
  pageOf,
  pageQuerySchema,
  prioritySchema,
  timestampSchema,
} from './common.schema.ts';
import { queuePlaceSchema } from './queue.schema.ts';
import {
  taskErrorSchema,
  taskProgressSchema,
  taskRetrySchema,
  taskWarningSchema,
} from './task-parts.schema.ts';

/** How the runs of a transcription differ from what the operator has set. */
const transcriptionSettingsSchema = z
  .object({
    engine: engineNameSchema.exactOptional().describe('Name of a speech model.'),
    language: spokenLanguageSchema.exactOptional(),
  })
  .strict();

/** How the runs of any other task do. */
const languageSettingsSchema = z
  .object({ engine: engineNameSchema.exactOptional().describe('Name of a language engine.') })
  .strict();

/** What a retry of any task may be given. */
const anySettingsSchema = transcriptionSettingsSchema.extend({
  engine: engineNameSchema
    .exactOptional()
    .describe('Of a transcription, a speech model; of any other task, a language engine.'),
});

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

const urgency = { priority: prioritySchema.optional() };

function languageTaskSchema<Type extends 'correction' | 'summary' | 'significance'>(type: Type) {
  return z
    .object({
      type: z.literal(type),
      conversationId: idSchema('conversation'),
      settings: languageSettingsSchema.exactOptional(),
      ...urgency,
    })
    .strict();
}

/** Body of `POST /tasks`: a stage to run by itself. */
export const createTaskSchema = z
  .discriminatedUnion('type', [
    z
      .object({
        type: z.literal('transcription'),
        clipId: idSchema('clip'),
        settings: transcriptionSettingsSchema.exactOptional(),
        ...urgency,
      })
      .strict(),
    languageTaskSchema('correction'),
    languageTaskSchema('summary'),
    languageTaskSchema('significance'),
  ])
  .meta({ id: 'CreateTask' });
export type CreateTask = z.output<typeof createTaskSchema>;

/** Body of `POST /tasks/{id}/retry`, which may be left out. */
export const retryTaskSchema = z
  .object({
    settings: anySettingsSchema
      .exactOptional()
      .describe('What is given replaces what the task had; the rest stays.'),
  })
  .strict()
  .meta({ id: 'RetryTask' });
export type RetryTask = z.output<typeof retryTaskSchema>;

/** The stages that `POST /tasks/test/{type}` tries on a built-in sample. */
export const TEST_TASK_TYPES = ['transcription', 'correction', 'summary'] as const;
export type TestTaskType = (typeof TEST_TASK_TYPES)[number];
export const testTaskTypeSchema = z.enum(TEST_TASK_TYPES);

/** Query of `POST /tasks/test/{type}`. */
export const testTaskQuerySchema = z.object(urgency).meta({ id: 'TestTaskQuery' });
export type TestTaskQuery = z.output<typeof testTaskQuerySchema>;

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
