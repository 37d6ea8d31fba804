import type { ErrorCode } from './error-codes.ts';

/** The kinds of background work that exist so far. */
export const TASK_TYPES = ['transcription', 'correction', 'summary', 'significance'] as const;
export type TaskType = (typeof TASK_TYPES)[number];

/** `pending → running → completed | failed | cancelled | timedOut`, with `cancelling` on the way. */
export const TASK_STATES = [
  'pending',
  'running',
  'cancelling',
  'completed',
  'failed',
  'cancelled',
  'timedOut',
] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** The states that a task leaves only by being retried. */
export const ENDED_TASK_STATES = [
  'completed',
  'failed',
  'cancelled',
  'timedOut',
] as const satisfies readonly TaskState[];
export type EndedTaskState = (typeof ENDED_TASK_STATES)[number];

/** The states of a task that can be asked to end. */
export const OPEN_TASK_STATES = ['pending', 'running'] as const satisfies readonly TaskState[];
export type OpenTaskState = (typeof OPEN_TASK_STATES)[number];

/** Whether no work is going on or waiting for a task in this state. */
export function isEnded(state: TaskState): state is EndedTaskState {
  return (ENDED_TASK_STATES as readonly TaskState[]).includes(state);
}

/** The steps of a transcription, in order. */
export const TRANSCRIPTION_STAGES = ['probe', 'decode', 'stitch'] as const;
export type TranscriptionStage = (typeof TRANSCRIPTION_STAGES)[number];

/** Where any task can be; work of language engines has one step. */
export const TASK_STAGES = [...TRANSCRIPTION_STAGES, 'correct', 'summarise', 'score'] as const;
export type TaskStage = (typeof TASK_STAGES)[number];

/** What {@link TaskProgress} counts in a task of each type. */
export const PROGRESS_UNITS = {
  transcription: 'milliseconds',
  correction: 'segments',
  summary: 'parts',
  significance: 'memories',
} as const satisfies Record<TaskType, string>;
export type ProgressUnit = (typeof PROGRESS_UNITS)[TaskType];

/** Reasons why a result is less than a reader might expect though nothing failed. */
export const WARNING_CODES = [
  'no_speech',
  'repetition_cut',
  'audio_truncated',
  'edited_text_kept',
  'correction_refused',
  'nothing_to_summarise',
  'memory_not_scored',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** One remark on a completed or running task. */
export interface TaskWarning {
  readonly code: WarningCode;
  /** A sentence for people. */
  readonly message: string;
  /** Where in the clip it happened, if at one place. Milliseconds from its start. */
  readonly atMs?: number;
}

/** Why a task failed. */
export interface TaskError {
  readonly code: ErrorCode;
  readonly stage: TaskStage;
  /** A sentence for people, never a stack trace. */
  readonly message: string;
  readonly retryable: boolean;
  /** What a person can do about it. */
  readonly nextAction: string;
}

/** How far a task is, in the unit that {@link PROGRESS_UNITS} names for its type. */
export interface TaskProgress {
  readonly stage: TaskStage | null;
  readonly done: number;
  /** `null` until the total is known. */
  readonly total: number | null;
  /** 0 to 100, rounded down; 100 only when everything is finished. */
  readonly percent: number;
}

/** `interactive`: somebody waits for it. `batch`: it may wait behind everything interactive. */
export const TASK_PRIORITIES = ['interactive', 'batch'] as const;
export type TaskPriority = (typeof TASK_PRIORITIES)[number];

/** Temporal's keys of the priorities: 1 is the most urgent, 5 the least. */
export const PRIORITY_KEYS = { interactive: 2, batch: 4 } as const satisfies Record<
  TaskPriority,
  number
>;

/** What corrects, summarises and scores: rules, or a model behind an OpenAI-compatible API. */
export const LANGUAGE_ENGINES = ['builtin', 'openai-compatible'] as const;
export type LanguageEngineName = (typeof LANGUAGE_ENGINES)[number];

/** How a run differs from what the worker's settings say; what is left out is as they say. */
export interface TaskSettings {
  /**
   * Of a transcription: the name of a speech model. Of any other task: the name of a language engine.
   */
  readonly engine?: string;
  /** Of a transcription: the language that is spoken, ISO 639-1, or `auto` to detect it. */
  readonly language?: string;
}

/** A step of a running task did not work and is tried again. */
export interface TaskRetry {
  /** How often the step has been tried so far. */
  readonly tries: number;
  readonly code: ErrorCode;
  /** A sentence for people. */
  readonly message: string;
  /** When it is tried again, ISO 8601 UTC; `null` when that is not known. */
  readonly nextTryAt: string | null;
}

/** Answer of the query `status` of every workflow. */
export interface WorkflowStatus extends TaskProgress {
  readonly warnings: readonly TaskWarning[];
  /** ISO 8601 UTC. */
  readonly startedAt: string;
}

/** Name of the query that every workflow answers. */
export const STATUS_QUERY = 'status';

/** Names the run of a task that an activity works for. */
export interface TaskRun {
  readonly taskId: string;
  readonly attempt: number;
  /**
   * The run that the chain of runs began with, which stays when an operator resets a workflow. So a
   * reset is told from a start that came twice.
   */
  readonly firstRunId?: string;
}

/** How a run ended when it did not complete. */
export type TaskEnding =
  { readonly state: 'cancelled' } | { readonly state: 'failed'; readonly error: TaskError };

/** How a run of a workflow has closed. */
export type RunClosing = 'completed' | 'failed' | 'cancelled' | 'terminated' | 'timedOut';

/**
 * The run was closed from outside, so that it could not say itself how it ended, or that it goes on
 * because an operator has reset it: Temporal knows.
 */
export interface ClosedFromOutside {
  readonly state: 'closed';
}

/** Asks to record how a run ended. */
export interface EndTaskRequest extends TaskRun {
  readonly ending: TaskEnding | ClosedFromOutside;
}

/** Activities that every task needs; on the `orchestration` queue. */
export interface TaskActivities {
  /** Records that the run was cancelled or has failed. */
  endTask(request: EndTaskRequest): Promise<void>;
}
