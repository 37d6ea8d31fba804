import type { ErrorCode } from '../model/error-codes.ts';
import type { TaskStep } from './catalogue.ts';

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
  /** The step in which it failed. The API and stored tasks call it `stage`, and keep that name. */
  readonly stage: TaskStep;
  /** A sentence for people, never a stack trace. */
  readonly message: string;
  readonly retryable: boolean;
  /** What a person can do about it. */
  readonly nextAction: string;
}

/** How far a task is, in the unit of its type. */
export interface TaskProgress {
  /** The step that it is in. The API calls it `stage`, and keeps that name. */
  readonly stage: TaskStep | null;
  readonly done: number;
  /** `null` until the total is known. */
  readonly total: number | null;
  /** 0 to 100, rounded down; 100 only when everything is finished. */
  readonly percent: number;
}

/** An activity of a running task did not work and is tried again. */
export interface TaskRetry {
  /** How often it has been tried so far. */
  readonly tries: number;
  readonly code: ErrorCode;
  /** A sentence for people. */
  readonly message: string;
  /** When it is tried again, ISO 8601 UTC; `null` when that is not known. */
  readonly nextTryAt: string | null;
}

/** How a run differs from what the operator's settings say; what is left out is as they say. */
export interface TaskSettings {
  /** Name of an engine of the kind that does the work. */
  readonly engine?: string;
  /** Of a transcription: the language that is spoken, ISO 639-1, or `auto` to detect it. */
  readonly language?: string;
}
