import type { ActivityTimeouts, TaskInput } from '#contracts/workflows';

/*
 * Payloads of runs that started with version 0.1, as recorded in their histories. These runs
 * continue with the current code, so it accepts both forms.
 */

interface EarlierSpeechLimits {
  readonly parallelChunks: number;
  readonly chunkTimeoutMs: number;
  readonly heartbeatTimeoutMs: number;
}

interface EarlierLanguageLimits {
  readonly batchTimeoutMs: number;
  readonly heartbeatTimeoutMs: number;
}

/** Input of the workflow of a task of version 0.1. */
export type EarlierTaskInput = Omit<TaskInput, 'timeouts' | 'parallelActivities' | 'clipId'> & {
  readonly clipId?: string;
  readonly limits: EarlierSpeechLimits | EarlierLanguageLimits;
};

/** Converts the input of the workflow of a task of any version to the current form. */
export function toTaskInput(given: TaskInput | EarlierTaskInput): TaskInput {
  if ('timeouts' in given) return given;
  const { limits, clipId = null, ...rest } = given;
  const parallelActivities = 'parallelChunks' in limits ? limits.parallelChunks : 1;
  return { ...rest, clipId, timeouts: timeoutsOf(limits), parallelActivities };
}

function timeoutsOf(limits: EarlierSpeechLimits | EarlierLanguageLimits): ActivityTimeouts {
  const startToCloseMs = 'batchTimeoutMs' in limits ? limits.batchTimeoutMs : limits.chunkTimeoutMs;
  return { startToCloseMs, heartbeatMs: limits.heartbeatTimeoutMs };
}
