import type { OwnerLimit } from '#contracts/model';
import { AppError } from '#platform';

/** How much of the machine one owner may take; `null` is as much as there is. */
export interface OwnerLimits {
  /** Tasks that have not ended. */
  readonly tasksInFlight: number | null;
  /** Of clips that were accepted since midnight, UTC. */
  readonly bytesPerDay: number | null;
  /** Of clips whose length became known since midnight, UTC. */
  readonly audioMsPerDay: number | null;
}

export const NO_LIMITS: OwnerLimits = {
  tasksInFlight: null,
  bytesPerDay: null,
  audioMsPerDay: null,
};

/** What an owner has taken of their limits. */
export interface OwnerUse {
  readonly tasksInFlight: number;
  readonly bytes: number;
  readonly audioMs: number;
}

/** What is asked for, beyond what was taken before. */
export interface OwnerDemand {
  /** Tasks that are made with it at once; what is made later counts when it is there. */
  readonly tasks: number;
  readonly bytes: number;
}

/** Tasks end at any moment; nobody knows when, so this is when it is worth another try. */
const TASKS_RETRY_MS = 30_000;

/** An owner has taken what they may. */
export class OwnerLimitError extends AppError {
  /** @param retryAfterMs when it is worth another try */
  constructor(
    message: string,
    readonly limit: OwnerLimit,
    readonly retryAfterMs: number,
  ) {
    super('owner_limit_reached', message, { details: { limit, retryAfterMs } });
  }
}

/**
 * Whether a demand is over a limit.
 * @param now for how long a limit of the day lasts
 * @returns why it is refused; `null` when it is within all limits
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
    const message = `The owner may bring ${left} more bytes today, and this has ${demand.bytes}.`;
    return new OwnerLimitError(message, 'bytesPerDay', untilTomorrowMs(now));
  }
  if (audioMsPerDay !== null && demand.bytes > 0 && use.audioMs >= audioMsPerDay) {
    const message = `The owner has brought ${Math.floor(use.audioMs / 60_000)} minutes of audio today.`;
    return new OwnerLimitError(message, 'audioPerDay', untilTomorrowMs(now));
  }
  return null;
}

/** The day of a moment, UTC, such as `2026-11-25`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** When the day of a moment is over. */
export function tomorrowOf(moment: Date): Date {
  return new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate() + 1));
}

function untilTomorrowMs(now: Date): number {
  return tomorrowOf(now).getTime() - now.getTime();
}
