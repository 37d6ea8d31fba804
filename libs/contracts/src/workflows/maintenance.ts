/** Names under which the workflows that look after everything else are registered and scheduled. */
export const RECONCILE_WORKFLOW = 'reconcile';
export const HOUSEKEEPING_WORKFLOW = 'housekeeping';

/** What was found and put right when tasks were compared with their runs. */
export interface ReconciledTasks {
  /** Tasks whose runs were looked at. */
  readonly checked: number;
  /** Tasks whose state was not true any more. */
  readonly corrected: number;
}

/** How many things a step of looking after everything has done. */
export interface MaintenanceCount {
  readonly done: number;
}

/** What one look of `reconcile` came to; a step that failed is left out and tried in the next. */
export interface ReconcileOutcome {
  readonly delivered: number | null;
  readonly woken: number | null;
  readonly corrected: number | null;
  readonly adopted: number | null;
}

/** Activities of `reconcile` and `housekeeping`; on the `maintenance` queue. All may be repeated. */
export interface MaintenanceActivities {
  /** Tells Temporal what waits in the outbox, should there be no gateway to do it. */
  sweepOutbox(): Promise<MaintenanceCount>;
  /** Starts the workflows of conversations that have work and none that sees to it. */
  wakeForgotten(): Promise<MaintenanceCount>;
  /** Compares the tasks that are said to run with their runs in Temporal. */
  reconcileTasks(): Promise<ReconciledTasks>;
  /** Gives runs of a version that no worker serves any more to the present one. */
  adoptRuns(): Promise<MaintenanceCount>;
  /** Removes what is kept for a time only and whose time is over. */
  removeExpired(): Promise<MaintenanceCount>;
}
