import { z } from 'zod';
import { ownerIdSchema, timestampSchema } from './common.schema.ts';

/** Usage of a resource with a limit for each owner. */
function usageOf(count: z.ZodNumber) {
  return z.object({
    used: count,
    limit: count.nullable().describe('Null when there is no limit.'),
  });
}

/** Answer of `GET /owners/{ownerId}/usage`: today's usage of an owner, and the limits. */
export const ownerUsageSchema = z
  .object({
    ownerId: ownerIdSchema,
    day: z.iso.date().describe('The day of the counts, UTC.').meta({ example: '2026-11-22' }),
    resetsAt: timestampSchema.describe('Start of the next day, when the daily counts reset.'),
    tasksInFlight: usageOf(z.number().int()).describe('Tasks that have not ended.'),
    bytes: usageOf(z.number().int()).describe('Total size of the clips accepted on this day.'),
    audioMinutes: usageOf(z.number()).describe(
      'Total length of the clips whose length was determined on this day.',
    ),
  })
  .meta({ id: 'OwnerUsage' });
export type OwnerUsage = z.output<typeof ownerUsageSchema>;
