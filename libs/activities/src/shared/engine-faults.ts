import { activityInfo, Context } from '@temporalio/activity';
import { z } from 'zod';
import type { ErrorCode } from '#contracts/model';

/** Number of faults of the engine after which an activity fails for good. */
export const ENGINE_TRIES = 5;

/** Errors of an engine that do not depend on the work: it waits until the engine is available. */
const TEMPORARY: readonly ErrorCode[] = [
  'speech_service_unavailable',
  'speech_service_busy',
  'language_engine_unavailable',
  'language_engine_busy',
  'language_limit_reached',
];

/** Whether work waits as long as it takes for an error of an engine to pass. */
export function isTemporary(code: ErrorCode): boolean {
  return TEMPORARY.includes(code);
}

/** Tries after which a speech service that is away is asked more rarely. */
const QUICK_TRIES = 10;
const PATIENT_WAIT_MS = 10 * 60_000;

/**
 * How long a speech service that is away is left alone. The number of tries of work on audio is limited to 100,
 * because a chunk may kill its worker each time; at most a minute apart they would be over in an hour and a half, and
 * with this they last longer than half a day.
 * @param attempt of the activity, from 1
 * @returns milliseconds; `null` for the wait of the retry class
 */
export function patientWaitMs(code: ErrorCode, attempt: number): number | null {
  const isAway = code.startsWith('speech_') && isTemporary(code);
  return isAway && attempt > QUICK_TRIES ? PATIENT_WAIT_MS : null;
}

const detailsSchema = z.object({ engineFaults: z.number().int() });

/**
 * Number of faults of the engine in earlier tries of the current activity. Temporal's count of
 * tries also includes tries that failed because a worker was killed or the database was
 * unavailable.
 */
export function engineFaults(): number {
  return detailsSchema.safeParse(activityInfo().heartbeatDetails).data?.engineFaults ?? 0;
}

/**
 * Counts a fault of the engine, and keeps the count for the next try.
 * @returns the number of faults so far, including this one
 */
export function countEngineFault(): number {
  const faults = engineFaults() + 1;
  // Temporal keeps the details of the last heartbeat and passes them to the next try.
  Context.current().heartbeat({ engineFaults: faults });
  return faults;
}
