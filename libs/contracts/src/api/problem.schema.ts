import { z } from 'zod';
import { OWNER_LIMITS } from '../model/owner-limits.ts';
import { errorCodeSchema } from './task-parts.schema.ts';

/** An error answer: RFC 9457 `application/problem+json` with Afterword's own members. */
export const problemSchema = z
  .object({
    type: z.string().describe('A name for the kind of problem: `urn:afterword:error:{code}`.'),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string().describe('The path that was asked for.'),
    code: errorCodeSchema,
    requestId: z.string(),
    retryable: z.boolean(),
    nextAction: z.string(),
    limit: z.enum(OWNER_LIMITS).optional().describe('Which limit of the owner was reached.'),
    retryAfterMs: z
      .number()
      .int()
      .optional()
      .describe('When it is worth another try; `Retry-After` says the same in seconds.'),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('What is wrong with which field.'),
  })
  .meta({ id: 'Problem' });
export type Problem = z.output<typeof problemSchema>;
