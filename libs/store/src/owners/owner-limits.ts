import type { OwnerLimit } from '#contracts/model';
import { AppError } from '#platform';

/** The limits of one owner; `null` means unlimited. */
export interface OwnerLimits {
  /** Tasks that have not ended. */
  readonly tasksInFlight: number | null;
  /** Total size of clips accepted since midnight, UTC. */
  readonly bytesPerDay: number | null;
  /** Total length, in milliseconds, of clips whose length became known since midnight, UTC. */
  readonly audioMsPerDay: number | null;
}

export const NO_LIMITS: OwnerLimits = {
  tasksInFlight: null,
  bytesPerDay: null,
  audioMsPerDay: null,
};

/** Current usage of an owner. */
export interface OwnerUse {
  readonly tasksInFlight: number;
  readonly bytes: number;
  readonly audioMs: number;
}

/** What a request adds to the usage of an owner. */
export interface OwnerDemand {
  /**
   * Tasks that are created with it. Tasks that are created later count once they exist, but even
   * then there must be room for one task.
   */
  readonly tasks: number;
  readonly bytes: number;
}

/** Suggested retry delay while too many tasks are in flight; when one ends is unknown. */
const TASKS_RETRY_MS = 30_000;

/** An owner has reached a limit. */
export class OwnerLimitError extends AppError {
  /** @param retryAfterMs milliseconds after which a retry may succeed */
  constructor(
    message: string,
    readonly limit: OwnerLimit,
    readonly retryAfterMs: number,
  ) {
    super('owner_limit_reached', message, { details: { limit, retryAfterMs } });
  }
}

/**
 * Checks a demand against the limits.
 * @param now current time, for the retry delay of daily limits
 * @returns the error of the first limit that it exceeds; `null` when it is within all limits
 */
export function overLimit(
  limits: OwnerLimits,
  use: OwnerUse,
  demand: OwnerDemand,
  now: Date,
): OwnerLimitError | null {
  const { tasksInFlight, bytesPerDay, audioMsPerDay } = limits;
  if (tasksInFlight !== null && use.tasksInFlight + Math.max(1, demand.tasks) > tasksInFlight) {
    const message = `The owner has ${use.tasksInFlight} of ${tasksInFlight} tasks in flight.`;
    return new OwnerLimitError(message, 'tasksInFlight', TASKS_RETRY_MS);
  }
  if (bytesPerDay !== null && demand.bytes > 0 && use.bytes + demand.bytes > bytesPerDay) {
    const left = Math.max(0, bytesPerDay - use.bytes);
    const message = `The owner may upload ${left} more bytes today; this is ${demand.bytes}.`;
    return new OwnerLimitError(message, 'bytesPerDay', untilTomorrowMs(now));
  }
  if (audioMsPerDay !== null && demand.bytes > 0 && use.audioMs >= audioMsPerDay) {
    const message = `The owner has uploaded ${Math.floor(use.audioMs / 60_000)} minutes of audio today.`;
    return new OwnerLimitError(message, 'audioPerDay', untilTomorrowMs(now));
  }
  return null;
}

/** The UTC day of a time, such as `2026-11-25`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** Start of the next UTC day after a time. */
export function tomorrowOf(moment: Date): Date {
  return new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate() + 1));
}

function untilTomorrowMs(now: Date): number {
  return tomorrowOf(now).getTime() - now.getTime();
}
