import type { ActivityTimeouts, RunSettings } from '#contracts/workflows';

/** Timeouts that are long enough for the activities of a test. */
export const TIMEOUTS: ActivityTimeouts = { startToCloseMs: 60_000, heartbeatMs: 5_000 };

/** Settings of the runs of a test. */
export const RUN_SETTINGS: RunSettings = {
  timeouts: { speech: TIMEOUTS, language: TIMEOUTS, maintenance: TIMEOUTS },
  parallelActivities: 4,
  pageUrl: 'http://127.0.0.1/app',
};
