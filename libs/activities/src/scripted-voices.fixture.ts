import type { TimeRange } from '#contracts/model';
import { speakersOf, speakerTurns, withOverlaps } from '#domain';
import type { EngineCall, HeardVoices, SpeakerThreads, VoiceEngine, VoicesRequest } from '#engines';

const WINDOW_MS = 1_500;
const STEP_MS = 750;
const VALUES = 16;

/** Groups voices in this thread. */
export const GROUPING: Pick<SpeakerThreads, 'group'> = {
  group: ({ regions, overlaps, windows, hints }) =>
    Promise.resolve(
      withOverlaps(speakerTurns(regions, windows, speakersOf(windows, hints)), overlaps),
    ),
};

/** An engine that hears the voices of a script; it records the ranges that it was called for. */
export class ScriptedVoiceEngine implements VoiceEngine {
  readonly heard: VoicesRequest[] = [];
  isResponsive = true;
  installed = true;
  /** Thrown by every call. */
  failure: Error | null = null;
  /** Whose voice is heard at a time, in milliseconds. */
  whose: (atMs: number) => number = () => 0;
  /** Where two voices speak at once. */
  overlaps: readonly TimeRange[] = [];
  name = 'scripted voices';

  isInstalled(): boolean {
    return this.installed;
  }

  fingerprint(): Promise<string> {
    return this.failure ? Promise.reject(this.failure) : Promise.resolve(this.name);
  }

  voices(request: VoicesRequest, { signal }: EngineCall): Promise<HeardVoices> {
    signal.throwIfAborted();
    this.heard.push(request);
    const { startMs, endMs } = request;
    const count = Math.floor((endMs - startMs - WINDOW_MS) / STEP_MS) + 1;
    const windows = Array.from({ length: count }, (_, n) => {
      const at = startMs + n * STEP_MS;
      const embedding = embeddingOf(this.whose(at + WINDOW_MS / 2), at);
      return { startMs: at, endMs: at + WINDOW_MS, embedding };
    });
    const overlaps = this.overlaps.filter((each) => each.startMs < endMs && startMs < each.endMs);
    return Promise.resolve({ regions: [{ startMs, endMs }], overlaps, windows });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** Voices are apart; windows of one voice differ a little. */
function embeddingOf(speaker: number, atMs: number): Float32Array {
  return Float32Array.from({ length: VALUES }, (_, n) =>
    n === speaker ? 1 : 0.05 * Math.sin(atMs * (n + 1)),
  );
}
