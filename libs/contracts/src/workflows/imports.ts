import type { StepBytes } from './step-bytes.ts';
import type { SoleActivityRun, TaskOutcome } from './task-outcome.ts';

/** A file that can be imported; `skip` when this run of the task had already ended. */
export type CheckedImport =
  | { readonly kind: 'skip' }
  | {
      readonly kind: 'done';
      /** Size of what will be stored, unpacked. */
      readonly bytes: number;
      /** Number of recordings to open; omitted by workers of an earlier version, and for none. */
      readonly recordings?: number;
    };

/** The step that opens the recordings of transcripts, with its part of the progress of the task. */
export interface ProbeImport extends SoleActivityRun, StepBytes {}

/** The step that stores what is in the file, with its part of the progress of the task. */
export interface StoreImport extends SoleActivityRun, StepBytes {}

/**
 * Activities of the workflow `import`; on the `maintenance` queue. The first writes nothing, and the
 * second leaves alone what is there, so both may be repeated at any time.
 */
export interface ImportActivities {
  /** Marks the run as started, and reads all of the file: what is wrong with it is found here. */
  checkImport(run: SoleActivityRun): Promise<CheckedImport>;
  /** Stores what is in the file, part by part, and completes the task. */
  storeImport(step: StoreImport): Promise<TaskOutcome>;
}

/** Activities of the workflow `import` on the `speech` queue. */
export interface ImportProbeActivities {
  /** Opens each recording that was not opened yet, and notes what it is, or that it is unreadable. */
  probeImport(step: ProbeImport): Promise<void>;
}
