import { z } from 'zod';
import { ERROR_DEFINITIONS, isErrorCode } from '../messages/error-codes.ts';
import {
  PROGRESS_UNITS,
  TASK_STAGES,
  TASK_STATES,
  TASK_TYPES,
  WARNING_CODES,
} from '../messages/tasks.ts';
import {
  idSchema,
  ownerIdSchema,
  pageOf,
  pageQuerySchema,
  timestampSchema,
} from './common.schema.ts';
import { queuePlaceSchema } from './queue.schema.ts';

const ERROR_CODES = Object.keys(ERROR_DEFINITIONS).filter(isErrorCode);

export const errorCodeSchema = z.enum(ERROR_CODES).meta({ id: 'ErrorCode' });

const stageSchema = z.enum(TASK_STAGES);

export const taskWarningSchema = z
  .object({
    code: z.enum(WARNING_CODES),
    message: z.string(),
    atMs: z.number().int().optional().describe('Where in the clip, if at one place.'),
  })
  .meta({ id: 'TaskWarning' });

export const taskErrorSchema = z
  .object({
    code: errorCodeSchema,
    stage: stageSchema,
    message: z.string(),
    retryable: z.boolean(),
    nextAction: z.string(),
  })
  .meta({ id: 'TaskError' });

export const taskProgressSchema = z
  .object({
    stage: stageSchema.nullable(),
    unit: z.enum(Object.values(PROGRESS_UNITS)).describe('What `done` and `total` count.'),
    done: z.number().int().describe('How much is finished.'),
    total: z.number().int().nullable().describe('How much there is; null until known.'),
    percent: z.number().int().min(0).max(100),
  })
  .meta({ id: 'TaskProgress' });

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
    queue: queuePlaceSchema
      .nullable()
      .describe(
        'Where it waits while it is pending; null otherwise, for a summary that waits until its conversation is quiet, and in the answer to a POST.',
      ),
    attempt: z.number().int().describe('1 for the first run, one more for each retry.'),
    progress: taskProgressSchema,
    warnings: z.array(taskWarningSchema),
    error: taskErrorSchema.nullable(),
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

/** Body of `POST /tasks`: a stage to run by itself. */
export const createTaskSchema = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('transcription'), clipId: idSchema('clip') }).strict(),
    z.object({ type: z.literal('correction'), conversationId: idSchema('conversation') }).strict(),
    z.object({ type: z.literal('summary'), conversationId: idSchema('conversation') }).strict(),
    z
      .object({ type: z.literal('significance'), conversationId: idSchema('conversation') })
      .strict(),
  ])
  .meta({ id: 'CreateTask' });
export type CreateTask = z.output<typeof createTaskSchema>;

/** The stages that `POST /tasks/test/{type}` tries on a built-in sample. */
export const TEST_TASK_TYPES = ['transcription', 'correction', 'summary'] as const;
export type TestTaskType = (typeof TEST_TASK_TYPES)[number];
export const testTaskTypeSchema = z.enum(TEST_TASK_TYPES);

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
