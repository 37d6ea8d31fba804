import { z } from 'zod';
import { ERROR_DEFINITIONS, isErrorCode } from '../model/error-codes.ts';
import { PROGRESS_UNITS, TASK_STEPS } from '../tasks/catalogue.ts';
import { WARNING_CODES } from '../tasks/task-report.ts';
import { timestampSchema } from './common.schema.ts';

const ERROR_CODES = Object.keys(ERROR_DEFINITIONS).filter(isErrorCode);

export const errorCodeSchema = z.enum(ERROR_CODES).meta({ id: 'ErrorCode' });

/** A step of a task type. The API calls it `stage`, and keeps that name. */
const stageSchema = z.enum(TASK_STEPS);

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

export const taskRetrySchema = z
  .object({
    tries: z.number().int().describe('How often the step has been tried so far.'),
    code: errorCodeSchema,
    message: z.string(),
    nextTryAt: timestampSchema
      .nullable()
      .describe('When it is tried again, or was begun again; null when that is not known.'),
  })
  .meta({ id: 'TaskRetry' });

export const taskProgressSchema = z
  .object({
    stage: stageSchema.nullable(),
    unit: z.enum(PROGRESS_UNITS).describe('What `done` and `total` count.'),
    done: z.number().int().describe('How much is finished.'),
    total: z.number().int().nullable().describe('How much there is; null until known.'),
    percent: z.number().int().min(0).max(100),
  })
  .meta({ id: 'TaskProgress' });
