import type { WorkQueue } from '../model/queues.ts';

/** Timeouts of the activities of a run. They stay the same from its start to its end. */
export interface ActivityTimeouts {
  /** Maximum duration of one try; after it, the activity counts as hung. */
  readonly startToCloseMs: number;
  /** Maximum time between heartbeats; after it, the worker counts as lost. */
  readonly heartbeatMs: number;
}

/** Settings of a run. They are set at its start and stay the same to its end. */
export interface RunSettings {
  readonly timeouts: Readonly<Record<WorkQueue, ActivityTimeouts>>;
  /** Maximum number of activities of one run in flight at once, across all workers. */
  readonly parallelActivities: number;
  /** Base URL of the page, for links in the Temporal Web UI; without a trailing slash. */
  readonly pageUrl: string;
}
