/** When snapshots are due. */
export interface SnapshotIntervals {
  /** Number of new events after which a snapshot is due. */
  readonly everyEvents: number;
  /** Age of the newest snapshot after which a new one is due, if there are new events. */
  readonly everyMs: number;
}

/** What has happened since the newest snapshot. */
export interface SinceSnapshot {
  /** Events since the newest snapshot, or since the beginning when there is none. */
  readonly eventsSince: number;
  /** Age of the newest snapshot, or of the first event when there is none, in milliseconds. */
  readonly sinceMs: number;
  /** Time since the last task for a snapshot failed; `null` unless the last one failed. */
  readonly sinceFailureMs: number | null;
}

/** A disk that has failed is not tried more often. */
const PAUSE_AFTER_FAILURE_MS = 15 * 60_000;

/**
 * Whether a snapshot is due: enough events, or enough time with any event (requirement C of the chat
 * application that this project replaces: snapshots are looked after when a scoring job ends).
 */
export function isSnapshotDue(
  { eventsSince, sinceMs, sinceFailureMs }: SinceSnapshot,
  { everyEvents, everyMs }: SnapshotIntervals,
): boolean {
  if (sinceFailureMs !== null && sinceFailureMs < PAUSE_AFTER_FAILURE_MS) return false;
  if (eventsSince >= everyEvents) return true;
  return eventsSince > 0 && sinceMs >= everyMs;
}
