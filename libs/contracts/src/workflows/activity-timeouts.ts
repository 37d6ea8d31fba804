import type { WorkQueue } from '../model/queues.ts';

/** How long the activities of a run may take; a run keeps them from its start to its end. */
export interface ActivityTimeouts {
  /** An activity may take this long before it counts as hung. */
  readonly startToCloseMs: number;
  /** A worker that has not been heard of for so long is taken for dead. */
  readonly heartbeatMs: number;
}

/** Settings that runs are given when they start, and keep to their end. */
export interface RunSettings {
  readonly timeouts: Readonly<Record<WorkQueue, ActivityTimeouts>>;
  /** Activities of one run that may be in flight at once, over all workers. */
  readonly parallelActivities: number;
}
