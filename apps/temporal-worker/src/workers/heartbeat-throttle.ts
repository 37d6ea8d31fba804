/** Progress and cancellation travel with heartbeats; they may not be held back for longer. */
export const HEARTBEAT_THROTTLE_MS = 1_000;
