import { z } from 'zod';
import { ERROR_DEFINITIONS, isErrorCode } from '../model/error-codes.ts';
import { PROGRESS_UNITS, TASK_STEPS } from '../tasks/task-types.ts';
import { WARNING_CODES } from '../tasks/task-report.ts';
import { timestampSchema } from './common.schema.ts';

const ERROR_CODES = Object.keys(ERROR_DEFINITIONS).filter(isErrorCode);

export const errorCodeSchema = z.enum(ERROR_CODES).meta({ id: 'ErrorCode' });

/** A step of a task type. The field is named `stage` in the API, for compatibility. */
const stageSchema = z.enum(TASK_STEPS);

export const taskWarningSchema = z
  .object({
    code: z.enum(WARNING_CODES),
    message: z.string(),
    atMs: z
      .number()
      .int()
      .optional()
      .describe('Position in the clip, if there is a single one, in milliseconds.'),
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
    tries: z.number().int().describe('Number of tries of the step so far.'),
    code: errorCodeSchema,
    message: z.string(),
    nextTryAt: timestampSchema
      .nullable()
      .describe('When the next try starts, or started; null when that is not known.'),
  })
  .meta({ id: 'TaskRetry' });

export const taskProgressSchema = z
  .object({
    stage: stageSchema.nullable(),
    unit: z.enum(PROGRESS_UNITS).describe('What `done` and `total` count.'),
    done: z.number().int().describe('How much is finished.'),
    total: z
      .number()
      .int()
      .nullable()
      .describe('How much there is in all; null until it is known.'),
    percent: z.number().int().min(0).max(100),
  })
  .meta({ id: 'TaskProgress' });
