import type { AudioProbe, HeardSegment, PlannedChunk } from '#contracts/model';
import type { EngineCall } from '../engine-call.ts';

/** Asks for the chunks of one stretch of a recording. */
export interface PlanStretchRequest {
  /** Path of the recording on this machine. */
  readonly path: string;
  /** Where the stretch begins. */
  readonly fromMs: number;
  /** Least audio to read before the answer; the stretch ends at the first good cut after it. */
  readonly stretchMs: number;
  /** Length that a chunk should have. */
  readonly chunkTargetMs: number;
}

/** The chunks of a stretch, in order. Audio between them holds no speech. */
export interface PlannedStretch {
  readonly chunks: readonly PlannedChunk[];
  /** Where the next stretch begins, or `null` when the recording has been read to its end. */
  readonly nextFromMs: number | null;
  /** How far the recording has been read; at its end, its true length. */
  readonly readToMs: number;
  /** The bytes end before the length that the container states, or decoding broke off. */
  readonly truncated: boolean;
}

/**
 * How carefully to decode. `standard` is the ordinary way; `careful` trades speed for a decoding
 * that does not fall into repeating itself, and is used when `standard` did.
 */
export type DecodingMode = 'standard' | 'careful';

/** Asks for the words in one range of a recording. */
export interface TranscribeRequest {
  readonly path: string;
  readonly startMs: number;
  readonly endMs: number;
  /** ISO 639-1, or `null` to detect it. */
  readonly language: string | null;
  readonly decoding: DecodingMode;
}

/** Called for each segment as soon as it is decoded; times count from the recording's start. */
export type SegmentListener = (segment: HeardSegment) => void;

/** What was heard in a range. */
export interface TranscribedRange {
  readonly language: string;
  readonly segments: readonly HeardSegment[];
}

/**
 * Turns recordings into words. All times are milliseconds from the start of the recording.
 *
 * Every method throws `AppError`: `audio_unreadable`, `audio_truncated`, `audio_missing` or
 * `audio_empty` for a bad recording, `clip_bytes_missing` when there is no file at the path, and
 * `speech_engine_*` when the engine itself fails.
 */
export interface SpeechEngine {
  /**
   * `false` while the engine has work but gives no sign of life, as far as it can tell. Nobody may
   * then go on saying that the work is under way.
   */
  readonly isResponsive: boolean;
  /**
   * Names everything beside the audio that decides what is heard: engine, model, precision and
   * decoding rules. Stored results are found again only under the same fingerprint.
   * Asynchronous because an engine may have to load its model before it knows.
   */
  fingerprint(): Promise<string>;
  /** Opens the recording and says what it contains. */
  probe(path: string, call: EngineCall): Promise<AudioProbe>;
  /** Reads a stretch of the recording and cuts it at silences. */
  plan(request: PlanStretchRequest, call: EngineCall): Promise<PlannedStretch>;
  /** Decodes a range. */
  transcribe(
    request: TranscribeRequest,
    onSegment: SegmentListener,
    call: EngineCall,
  ): Promise<TranscribedRange>;
  /** Ends everything that belongs to the engine, child processes included. */
  close(): Promise<void>;
}
