import { z } from 'zod';
import { ERROR_DEFINITIONS, isErrorCode } from '../messages/error-codes.ts';
import { TASK_STATES, TASK_TYPES, TRANSCRIPTION_STAGES, WARNING_CODES } from '../messages/tasks.ts';
import {
  idSchema,
  ownerIdSchema,
  pageOf,
  pageQuerySchema,
  timestampSchema,
} from './common.schema.ts';

const ERROR_CODES = Object.keys(ERROR_DEFINITIONS).filter(isErrorCode);

export const errorCodeSchema = z.enum(ERROR_CODES).meta({ id: 'ErrorCode' });

const stageSchema = z.enum(TRANSCRIPTION_STAGES);

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
    done: z.number().int().describe('Milliseconds of audio that are finished.'),
    total: z.number().int().nullable().describe('Milliseconds of audio; null until known.'),
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
    conversationId: idSchema('conversation'),
    clipId: idSchema('clip').nullable(),
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
