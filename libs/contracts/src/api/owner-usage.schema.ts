import { z } from 'zod';
import { ownerIdSchema, timestampSchema } from './common.schema.ts';

/** Something of which an owner may take so much. */
function takenOf(count: z.ZodNumber) {
  return z.object({
    used: count,
    limit: count.nullable().describe('Null when there is no limit.'),
  });
}

/** Answer of `GET /owners/{ownerId}/usage`: what an owner has taken today, of how much. */
export const ownerUsageSchema = z
  .object({
    ownerId: ownerIdSchema,
    day: z.iso.date().describe('The day that is counted, UTC.').meta({ example: '2026-11-22' }),
    resetsAt: timestampSchema.describe('When the next day begins.'),
    tasksInFlight: takenOf(z.number().int()).describe('Tasks that have not ended.'),
    bytes: takenOf(z.number().int()).describe('Of clips that were accepted on this day.'),
    audioMinutes: takenOf(z.number()).describe('Of clips whose length became known on this day.'),
  })
  .meta({ id: 'OwnerUsage' });
export type OwnerUsage = z.output<typeof ownerUsageSchema>;
