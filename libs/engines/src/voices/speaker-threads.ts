import path from 'node:path';
import type { SpeakerRange, TimeRange, VoiceWindow } from '#contracts/model';
import type { SpeakerHints } from '#domain';
import type { EngineCall } from '../engine-call.ts';
import { ThreadPool } from '../rules/thread-pool.ts';

const PROGRAM = new URL(`speakers.program${path.extname(import.meta.url)}`, import.meta.url);

/** Grouping takes seconds; a busy machine may take longer. */
const TIMEOUT_MS = 5 * 60_000;
/** More than a day of speech needs. */
const MEMORY_MEBIBYTES = 512;

/** Changes whenever the rules group the same voices otherwise; part of the key of the result. */
export const GROUPING_RULES = 3;

/** The voices of a whole recording, and what is known of its speakers. */
export interface VoicesToGroup {
  readonly regions: readonly TimeRange[];
  readonly overlaps: readonly TimeRange[];
  readonly windows: readonly VoiceWindow[];
  readonly hints: SpeakerHints;
}

/**
 * The rules that tell who speaks when, in a thread of their own: they take seconds of a processor. A thread is started
 * when it is needed. {@link ThreadPool.run} documents the errors.
 */
export class SpeakerThreads {
  private readonly pool = new ThreadPool({
    ...{ threads: 1, timeoutMs: TIMEOUT_MS, memoryMebibytes: MEMORY_MEBIBYTES, program: PROGRAM },
  });

  /** Who speaks when, in order; see `speakersOf`, `speakerTurns` and `withOverlaps`. */
  group(voices: VoicesToGroup, call: EngineCall): Promise<readonly SpeakerRange[]> {
    return this.pool.run<readonly SpeakerRange[]>(voices, call);
  }

  /** Ends the thread. */
  close(): Promise<void> {
    return this.pool.close();
  }
}
