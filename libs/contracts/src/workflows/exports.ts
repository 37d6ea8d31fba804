import type { TaskRun } from '../tasks/task-run.ts';
import type { StepBytes } from './step-bytes.ts';
import type { SoleActivityRun, TaskOutcome } from './task-outcome.ts';

/** What an export contains; `skip` when this run of the task had already ended. */
export type CollectedExport =
  | { readonly kind: 'skip' }
  | {
      readonly kind: 'done';
      readonly files: number;
      /** Size of all files, before they are compressed. */
      readonly bytes: number;
    };

/** The step that writes the zip file, with its part of the progress of the task. */
export interface WriteExport extends SoleActivityRun, StepBytes {}

/** The finished zip file, which nobody sees yet. */
export interface WrittenExport {
  readonly sizeBytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
  /** Recordings and documents whose bytes are missing or damaged. */
  readonly problems: number;
}

/** Input of the last step. */
export interface FinishExport extends SoleActivityRun, WrittenExport {}

/**
 * Activities of the workflow `export`; on the `maintenance` queue. Each replaces what an earlier try
 * of it has left, so it may be repeated at any time.
 */
export interface ExportActivities {
  /** Marks the run as started, and reads all rows at one moment into files. */
  collectExport(run: SoleActivityRun): Promise<CollectedExport>;
  /** Writes the zip file from these and the recordings. */
  writeExport(step: WriteExport): Promise<WrittenExport>;
  /** Makes the file available under its name, and completes the task. */
  finishExport(run: FinishExport): Promise<TaskOutcome>;
  /** Removes what an unfinished run has written. */
  discardExport(run: TaskRun): Promise<void>;
}
