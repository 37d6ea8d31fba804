import { activityInfo, Context } from '@temporalio/activity';
import { z } from 'zod';

/** An engine that fails this often on the same piece of work will fail on it for ever. */
export const ENGINE_TRIES = 5;

const detailsSchema = z.object({ engineFaults: z.number().int() });

/**
 * How often the engine itself has failed on this piece of work before. Temporal's own count of tries
 * says something else: it grows also when a worker is killed or the database is away.
 */
export function engineFaults(): number {
  return detailsSchema.safeParse(activityInfo().heartbeatDetails).data?.engineFaults ?? 0;
}

/** Counts one more failure of the engine, for the next try to know. @returns how many there were */
export function countEngineFault(): number {
  const faults = engineFaults() + 1;
  // The details of the last heartbeat reach Temporal with the failure, and the next try from there.
  Context.current().heartbeat({ engineFaults: faults });
  return faults;
}
