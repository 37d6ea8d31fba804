import { z } from 'zod';
import { OWNER_LIMITS } from '../model/owner-limits.ts';
import { errorCodeSchema } from './task-parts.schema.ts';

/** An error response: RFC 9457 `application/problem+json` with extension members. */
export const problemSchema = z
  .object({
    type: z.string().describe('Identifies the kind of problem: `urn:afterword:error:{code}`.'),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string().describe('The path of the request.'),
    code: errorCodeSchema,
    requestId: z.string(),
    retryable: z.boolean(),
    nextAction: z.string(),
    limit: z.enum(OWNER_LIMITS).optional().describe('Which limit of the owner was reached.'),
    retryAfterMs: z
      .number()
      .int()
      .optional()
      .describe(
        'How long to wait before another try, in milliseconds; `Retry-After` has the same in seconds.',
      ),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('The invalid fields, each with a message.'),
  })
  .meta({ id: 'Problem' });
export type Problem = z.output<typeof problemSchema>;
