import type { RunSettings } from '#contracts/workflows';
import type { Config } from '#platform';

/** The settings of new runs, from the configuration. */
export function runSettingsOf({ speech, heartbeatTimeoutMs, tasks, pageUrl }: Config): RunSettings {
  const batch = { startToCloseMs: tasks.batchTimeoutMs, heartbeatMs: heartbeatTimeoutMs };
  return {
    timeouts: {
      speech: { startToCloseMs: speech.chunkTimeoutMs, heartbeatMs: speech.heartbeatTimeoutMs },
      language: batch,
      maintenance: batch,
    },
    parallelActivities: speech.parallelChunks,
    pageUrl,
  };
}
