import type { TaskRun } from '../tasks/task-run.ts';
import type { SoleActivityRun, TaskOutcome } from './task-outcome.ts';

/** Name of the workflow that requests the nightly backup. It is in schedules and cannot change. */
export const NIGHTLY_BACKUP_WORKFLOW = 'nightlyBackup';

/** Whether a run makes a backup: `skip` when it has ended, `notDue` when one is new enough. */
export interface BackupStart {
  readonly kind: 'skip' | 'notDue' | 'due';
}

/** How far a step of a backup has come, in bytes. */
export interface BackupStepOutcome {
  readonly bytes: number;
}

/**
 * Activities of the workflow `backup`; on the `maintenance` queue. Each finds what the ones before
 * it have finished in the place where backups are, so a retry goes on after the last finished file.
 */
export interface BackupActivities {
  /**
   * Starts the run, removes what earlier runs have left behind, and decides whether a backup is due.
   * One that is not due completes the task.
   */
  startBackup(run: TaskRun): Promise<BackupStart>;
  /** Dumps the database at one moment, and notes what it holds then. */
  dumpDatabase(run: TaskRun): Promise<BackupStepOutcome>;
  /** Copies the recordings that the place does not have. */
  copyBlobs(run: TaskRun): Promise<BackupStepOutcome>;
  /** Restores the dump into a scratch database, compares everything, and publishes the backup. */
  verifyBackup(run: TaskRun): Promise<BackupStepOutcome>;
  /** Removes backups that need not be kept, and completes the task. */
  pruneBackups(run: TaskRun): Promise<TaskOutcome>;
  /** Requests a backup, unless one is open; for the schedule. */
  requestBackup(): Promise<void>;
}

/** Activities of the workflow `snapshot`; on the `maintenance` queue. */
export interface SnapshotActivities {
  /** Takes a snapshot of the projections, keeps the newest ones, and completes the task. */
  takeSnapshot(run: SoleActivityRun): Promise<TaskOutcome>;
}
