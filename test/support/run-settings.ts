import type { ActivityTimeouts, RunSettings } from '#contracts/workflows';

/** Time enough for the activities of a test. */
export const TIMEOUTS: ActivityTimeouts = { startToCloseMs: 60_000, heartbeatMs: 5_000 };

/** What the runs of a test are given. */
export const RUN_SETTINGS: RunSettings = {
  timeouts: { speech: TIMEOUTS, language: TIMEOUTS, maintenance: TIMEOUTS },
  parallelActivities: 4,
};
