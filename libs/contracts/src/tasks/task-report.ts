import { DOCUMENT_WARNING_CODES } from '../model/documents.ts';
import type { ErrorCode } from '../model/error-codes.ts';
import type { TaskStep } from './catalogue.ts';

/** Reasons why a result may be incomplete although nothing failed. */
export const WARNING_CODES = [
  'no_speech',
  'repetition_cut',
  'audio_truncated',
  'audio_after_end',
  'channels_unrelated',
  'other_tracks',
  'speakers_not_told',
  'language_unlikely',
  'edited_text_kept',
  'correction_refused',
  'engine_fell_back',
  'nothing_to_summarise',
  'summary_statements_left_out',
  'summary_prompt_unused',
  'memory_not_scored',
  'source_not_read',
  'report_incomplete',
  'document_truncated',
  ...DOCUMENT_WARNING_CODES,
  'backup_not_due',
  'backup_blob_missing',
  'projections_differ',
  'export_file_missing',
  'import_already_there',
  'import_file_missing',
  'import_part_left_out',
  'import_file_ignored',
  'import_transcript_repeated',
  'import_recording_left_out',
  'import_recording_unused',
  'import_recording_shorter',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** A warning of a completed or running task. */
export interface TaskWarning {
  readonly code: WarningCode;
  /** A sentence for people. */
  readonly message: string;
  /** Position in the clip, if there is a single one, in milliseconds from its start. */
  readonly atMs?: number;
}

/** Why a task failed. */
export interface TaskError {
  readonly code: ErrorCode;
  /**
   * The step in which it failed. Named `stage` in the API and in stored tasks, for compatibility.
   */
  readonly stage: TaskStep;
  /** A sentence for people, never a stack trace. */
  readonly message: string;
  readonly retryable: boolean;
  /** What a person can do to resolve it. */
  readonly nextAction: string;
}

/** How far a task is, in the unit of its type. */
export interface TaskProgress {
  /** The current step. Named `stage` in the API, for compatibility. */
  readonly stage: TaskStep | null;
  readonly done: number;
  /** `null` until the total is known. */
  readonly total: number | null;
  /** 0 to 100, rounded down; 100 only when all work is finished. */
  readonly percent: number;
}

/** An activity of a running task has failed and is retried. */
export interface TaskRetry {
  /** Number of tries so far. */
  readonly tries: number;
  readonly code: ErrorCode;
  /** A sentence for people. */
  readonly message: string;
  /** When the next try starts, or started, ISO 8601 UTC; `null` when that is not known. */
  readonly nextTryAt: string | null;
}
