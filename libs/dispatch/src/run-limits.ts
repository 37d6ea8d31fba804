import type { LanguageLimits, TranscriptionLimits } from '#contracts/messages';
import type { Config } from '#platform';

/** Settings that a run is given when it starts, and keeps to its end. */
export interface RunLimits {
  readonly transcription: TranscriptionLimits;
  readonly language: LanguageLimits;
}

/** The limits of runs that are started from now on. */
export function runLimitsOf({ speech, heartbeatTimeoutMs, stages }: Config): RunLimits {
  const { parallelChunks, chunkTimeoutMs } = speech;
  return {
    transcription: { parallelChunks, chunkTimeoutMs, heartbeatTimeoutMs },
    language: { batchTimeoutMs: stages.batchTimeoutMs, heartbeatTimeoutMs },
  };
}
