import type { SoleActivityRun } from './task-outcome.ts';

/** What the bin held that was due; `skip` when this run of the task had already ended. */
export type PurgedBin =
  { readonly kind: 'skip' } | { readonly kind: 'done'; readonly items: number };

/**
 * What became of recordings that nothing refers to. `waits`: a backup or a restore needs them as they
 * are. `again`: more was deleted meanwhile. `done`: the task is completed.
 */
export interface RemovedUnused {
  readonly kind: 'done' | 'again' | 'waits';
}

/**
 * Activities of the workflow `clean_up`; on the `maintenance` queue. Each does what is left to do, so
 * it may be repeated at any time.
 */
export interface CleanUpActivities {
  /** Removes what was deleted for good, or long ago, with everything that belongs to it. */
  purgeBin(run: SoleActivityRun): Promise<PurgedBin>;
  /** Removes the bytes to which nothing refers any more, and completes the task. */
  removeUnused(run: SoleActivityRun): Promise<RemovedUnused>;
}
