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
  /** Present where two voices speak at once: it may be a word of somebody else. */
  readonly overlap?: true;
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
  /** Label of who speaks, if the engine tells speakers apart; it holds within its chunk only. */
  readonly speaker?: string;
  /** ISO 639-1, as which it was heard; absent when that is not known. A segment has one language. */
  readonly language?: string;
}

/** When a turn of a recording was spoken, in milliseconds from the start of the recording. */
export interface SpokenSpan {
  readonly turnId: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** What of a heard segment belongs to a turn. */
export interface SegmentOfTurn {
  readonly turnId: string;
  readonly segment: HeardSegment;
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

/**
 * What of a recording is listened to. `null` leaves the choice to the engine: the default track, or the
 * first that can be decoded and is not silent; and a mix of its channels in which no voice cancels out.
 * Numbers count from 1.
 */
export interface SoundChoice {
  /** `first` is the first track that can be decoded, silent or not. */
  readonly track: number | 'first' | null;
  readonly channel: number | null;
}

/** One of the sound tracks of a recording. */
export interface AudioTrack {
  /** Counts from 1. */
  readonly number: number;
  /** `null` when it cannot be decoded. */
  readonly codec: string | null;
  readonly channels: number;
  /** As the container names them. */
  readonly language: string | null;
  readonly title: string | null;
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
