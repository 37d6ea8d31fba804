import type {
  ActivityTimeouts,
  EntityInput,
  EntityRef,
  EntityTask,
  QuietTiming,
  TaskInput,
} from '#contracts/workflows';

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

/** Input of a `conversation` workflow of version 0.1. */
export interface EarlierConversationInput {
  readonly conversationId: string;
  readonly ownerId: string;
  readonly summary: QuietTiming;
  readonly idleMs: number;
  readonly transcription: EarlierSpeechLimits;
  readonly language: EarlierLanguageLimits;
  readonly startedAt?: string;
}

/** Input of the workflow of a task of version 0.1. */
export type EarlierTaskInput = Omit<TaskInput, 'timeouts' | 'parallelActivities' | 'clipId'> & {
  readonly clipId?: string;
  readonly limits: EarlierSpeechLimits | EarlierLanguageLimits;
};

type EarlierEntityTask = Omit<EntityTask, 'skipsQuietWait' | 'conversationId' | 'priority'> & {
  readonly urgent: boolean;
  readonly priority?: EntityTask['priority'];
};

/** Converts the input of a `conversation` workflow of any version to the current form. */
export function toEntityInput(given: EntityInput | EarlierConversationInput): EntityInput {
  if ('id' in given) return given;
  const { conversationId: id, ownerId, summary: quiet, idleMs, startedAt } = given;
  const language = timeoutsOf(given.language);
  const timeouts = { speech: timeoutsOf(given.transcription), language, maintenance: language };
  const run = { timeouts, parallelActivities: given.transcription.parallelChunks };
  return { id, ownerId, quiet, idleMs, run, ...(startedAt === undefined ? {} : { startedAt }) };
}

/** Converts the input of the workflow of a task of any version to the current form. */
export function toTaskInput(given: TaskInput | EarlierTaskInput): TaskInput {
  if ('timeouts' in given) return given;
  const { limits, clipId = null, ...rest } = given;
  const parallelActivities = 'parallelChunks' in limits ? limits.parallelChunks : 1;
  return { ...rest, clipId, timeouts: timeoutsOf(limits), parallelActivities };
}

/** Converts a task in the result of `takeWork` of any version to the current form. */
export function toEntityTask(given: EntityTask | EarlierEntityTask, entity: EntityRef): EntityTask {
  if ('skipsQuietWait' in given) return given;
  const { urgent, priority = 'interactive', ...rest } = given;
  return { ...rest, priority, skipsQuietWait: urgent, conversationId: entity.id };
}

function timeoutsOf(limits: EarlierSpeechLimits | EarlierLanguageLimits): ActivityTimeouts {
  const startToCloseMs = 'batchTimeoutMs' in limits ? limits.batchTimeoutMs : limits.chunkTimeoutMs;
  return { startToCloseMs, heartbeatMs: limits.heartbeatTimeoutMs };
}
