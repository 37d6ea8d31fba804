/** Names of the maintenance workflows. They are in recorded histories and cannot change. */
export const RECONCILE_WORKFLOW = 'reconcile';
export const HOUSEKEEPING_WORKFLOW = 'housekeeping';

/** Result of comparing tasks with their workflow runs. */
export interface ReconciledTasks {
  /** Number of tasks whose runs were inspected. */
  readonly checked: number;
  /** Number of tasks whose state did not match their run. */
  readonly corrected: number;
}

/** How much a step of maintenance has done. */
export interface MaintenanceCount {
  readonly done: number;
}

/** Result of one run of `reconcile`. `null`: the step has failed and is retried by the next run. */
export interface ReconcileOutcome {
  /** Outbox messages and work signals delivered to Temporal. */
  readonly delivered: number | null;
  /** Entities that were signalled. The name is in recorded histories. */
  readonly woken: number | null;
  /** Tasks whose state was corrected. */
  readonly corrected: number | null;
  /** Runs moved to the current version. The name is in recorded histories. */
  readonly adopted: number | null;
}

/**
 * Activities of `reconcile` and `housekeeping`; on the `maintenance` queue. All are idempotent.
 * Their names are in recorded histories and cannot change.
 */
export interface MaintenanceActivities {
  /** Delivers outbox messages and work signals to Temporal, in case no gateway runs to do it. */
  sweepOutbox(): Promise<MaintenanceCount>;
  /** Starts the workflows of entities that have work but no running workflow. */
  wakeForgotten(): Promise<MaintenanceCount>;
  /** Compares tasks that should have a run with their runs in Temporal, and corrects them. */
  reconcileTasks(): Promise<ReconciledTasks>;
  /**
   * Moves runs of versions that no worker serves any more to the current version, and terminates
   * runs of entities whose code no longer exists.
   */
  adoptRuns(): Promise<MaintenanceCount>;
  /** Removes data whose retention period is over. */
  removeExpired(): Promise<MaintenanceCount>;
}
