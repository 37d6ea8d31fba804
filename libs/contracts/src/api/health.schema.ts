import { z } from 'zod';

/** Answer of the health routes. */
export const healthSchema = z
  .object({
    status: z.enum(['ok', 'degraded']),
    checks: z.record(
      z.string(),
      z.object({ status: z.enum(['ok', 'failed']), message: z.string().optional() }),
    ),
  })
  .meta({ id: 'Health' });
export type Health = z.output<typeof healthSchema>;
