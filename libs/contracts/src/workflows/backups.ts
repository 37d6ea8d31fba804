import type { TaskRun } from '../tasks/task-run.ts';
import type { StepBytes } from './step-bytes.ts';
import type { SoleActivityRun, TaskOutcome } from './task-outcome.ts';

/** Name of the workflow that requests the nightly backup. It is in schedules and cannot change. */
export const NIGHTLY_BACKUP_WORKFLOW = 'nightlyBackup';

/** How much each step of a backup reads or writes, in bytes; estimated when it starts. */
export interface BackupSizes {
  readonly dump: number;
  readonly copy: number;
  readonly verify: number;
}

/**
 * What a run does: nothing (`skip`) when it has ended, or when a backup is new enough (`notDue`),
 * which completes the task.
 */
export type BackupStart =
  { readonly kind: 'skip' | 'notDue' } | { readonly kind: 'due'; readonly sizes: BackupSizes };

/** A step of a backup, with its part of the progress of the task. */
export interface BackupStepRun extends SoleActivityRun, StepBytes {}

/**
 * Activities of the workflow `backup`; on the `maintenance` queue. Each finds what the ones before
 * it have finished in the place where backups are, so a retry goes on after the last finished file.
 */
export interface BackupActivities {
  /**
   * Starts the run, removes what earlier runs have left behind, decides whether a backup is due, and
   * checks that there is space for it.
   */
  startBackup(run: SoleActivityRun): Promise<BackupStart>;
  /** Dumps the database at one moment, and notes what it holds then. */
  dumpDatabase(step: BackupStepRun): Promise<void>;
  /** Copies the recordings that the place does not have. */
  copyBlobs(step: BackupStepRun): Promise<void>;
  /** Restores the dump into a scratch database, compares everything, and publishes the backup. */
  verifyBackup(step: BackupStepRun): Promise<void>;
  /** Removes backups that need not be kept, and completes the task. */
  pruneBackups(run: SoleActivityRun): Promise<TaskOutcome>;
}

/** Activities of the workflow `nightlyBackup`; on the `maintenance` queue. */
export interface NightlyBackupActivities {
  /** Requests a backup, unless one is open or was requested a moment ago. */
  requestBackup(): Promise<TaskRun>;
}

/** Activities of the workflow `snapshot`; on the `maintenance` queue. */
export interface SnapshotActivities {
  /** Takes a snapshot of the projections, keeps the newest ones, and completes the task. */
  takeSnapshot(run: SoleActivityRun): Promise<TaskOutcome>;
}
