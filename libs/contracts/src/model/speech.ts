/**
 * One word as transcribed by a speech engine. Times are milliseconds from the start of the clip.
 */
export interface HeardWord {
  readonly startMs: number;
  readonly endMs: number;
  /** The word with its punctuation, without surrounding spaces. */
  readonly text: string;
  /** Probability from 0 to 1. */
  readonly confidence: number;
}

/**
 * A timed piece of speech as an engine decoded it. Times are milliseconds from the clip's start.
 */
export interface HeardSegment {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
  readonly words: readonly HeardWord[];
  /** Mean probability from 0 to 1. */
  readonly confidence: number;
}

/** A part of a clip that is decoded on its own. */
export interface PlannedChunk {
  readonly startMs: number;
  readonly endMs: number;
  /**
   * True when no silence was found to cut at. This chunk then begins before the end of the previous
   * one, and both contain the words of the overlap.
   */
  readonly overlapsPrevious: boolean;
}

/** Contents of a clip, detected by opening it; the file name is ignored. */
export interface AudioProbe {
  /** Name of the container, such as `wav`, `mp4` or `ogg`. */
  readonly container: string;
  readonly codec: string;
  readonly channels: number;
  readonly sampleRateHz: number;
  /** Length stated by the container; `null` when it states none. */
  readonly durationMs: number | null;
  readonly hasVideo: boolean;
}
