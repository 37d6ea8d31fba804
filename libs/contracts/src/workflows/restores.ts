import type { TaskWarning } from '../tasks/task-report.ts';
import type { TaskRun } from '../tasks/task-run.ts';
import type { StepBytes } from './step-bytes.ts';
import type { TaskOutcome } from './task-outcome.ts';

/** How much each step of a restore reads or writes, in bytes; estimated when it starts. */
export interface RestoreSizes {
  readonly unpack: number;
  readonly protect: number;
}

/** What is restored, and the id of the backup of what is replaced. */
export interface RestoreSubject {
  readonly backupId: string;
  readonly restorePointId: string;
}

/** What a run does: nothing (`skip`) when it has ended. */
export type RestoreStart =
  | { readonly kind: 'skip' }
  | { readonly kind: 'restore'; readonly subject: RestoreSubject; readonly sizes: RestoreSizes };

/** A step of a restore, with its part of the progress of the task. */
export interface RestoreStepRun extends TaskRun, RestoreSubject, StepBytes {}

/** The last step, with the warnings of the ones before it. */
export interface RestoreConfirmation extends RestoreStepRun {
  readonly warnings: readonly TaskWarning[];
}

/** How a restore that could not go on was left; `restored` when there was no way back any more. */
export interface RestoreUndone {
  readonly outcome: 'undone' | 'restored';
}

/**
 * Activities of the workflow `restore`; on the `maintenance` queue. Each finds out from the databases
 * what the ones before it have done, and can be repeated.
 */
export interface RestoreActivities {
  /** Starts the run, and checks that the backup can be restored and that there is space. */
  startRestore(run: TaskRun): Promise<RestoreStart>;
  /** Restores the backup beside the current data, compares it, and adds missing recordings. */
  unpackBackup(step: RestoreStepRun): Promise<readonly TaskWarning[]>;
  /** Blocks writers, and backs up the current data. */
  protectInstallation(step: RestoreStepRun): Promise<void>;
  /** Lets the restored database take the place of the current one. */
  switchDatabases(step: RestoreStepRun): Promise<void>;
  /** Checks the result, ends runs of the replaced data, lets writers in, completes the task. */
  confirmRestore(step: RestoreConfirmation): Promise<TaskOutcome>;
  /** Brings the current data back as it was, and lets writers in. */
  undoRestore(run: TaskRun): Promise<RestoreUndone>;
}
