import type { SoleActivityRun } from './task-outcome.ts';

/** Whether a run goes on; `skip` when this run of the task had already ended. */
export interface NotedErasures {
  readonly kind: 'skip' | 'done';
}

/** What was erased. `waits`: a backup is being made, which needs the recordings as they are. */
export interface ErasedOwners {
  readonly kind: 'done' | 'waits';
  /** Things that were removed with all that belongs to them. */
  readonly items: number;
}

/**
 * `waits`: a snapshot is being taken. `again`: something is left, or another erasure was requested
 * meanwhile. `done`: the task is completed.
 */
export interface ForgottenOwners {
  readonly kind: 'done' | 'again' | 'waits';
}

/**
 * Activities of the workflow `erasure`; on the `maintenance` queue. They work on all erasures that are
 * open, so no owner is named to Temporal. Each does what is left to do, so it may be repeated at any
 * time.
 */
export interface ErasureActivities {
  /** Notes in the place of the backups what a restore may not bring back. */
  noteErasures(run: SoleActivityRun): Promise<NotedErasures>;
  /** Counts what there is, and stops what is under way. */
  stopOwners(run: SoleActivityRun): Promise<void>;
  /** Removes rows, files and the bytes to which nothing refers any more. */
  eraseOwners(run: SoleActivityRun): Promise<ErasedOwners>;
  /** Removes runs from Temporal, names and words from the change log, and completes the task. */
  forgetOwners(run: SoleActivityRun): Promise<ForgottenOwners>;
}
