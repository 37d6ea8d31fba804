import type {
  AudioProbe,
  AudioTrack,
  HeardSegment,
  PlannedChunk,
  SoundChoice,
} from '#contracts/model';
import type { EngineCall } from '../engine-call.ts';

/** What a recording contains, and how it is listened to. */
export interface ProbedRecording extends AudioProbe {
  /** Number of the track that is heard, from 1. */
  readonly track: number;
  /** All sound tracks, in the order of the file. */
  readonly tracks: readonly AudioTrack[];
  /** Whether channels with speech have hardly anything in common, as in a call with a side on each. */
  readonly channelsUnrelated: boolean;
}

/** A request to cut one stretch of a recording into chunks. */
export interface PlanStretchRequest {
  /** Path of the recording on this machine. */
  readonly path: string;
  /** The engine's choice when it is left out. */
  readonly sound?: SoundChoice;
  /** Start of the stretch. */
  readonly fromMs: number;
  /** Minimum length of the stretch; it ends at the first suitable cut after this length. */
  readonly stretchMs: number;
  /** Target length of a chunk. */
  readonly chunkTargetMs: number;
}

/** The chunks of a stretch, in order. Audio between them holds no speech. */
export interface PlannedStretch {
  readonly chunks: readonly PlannedChunk[];
  /** Start of the next stretch, or `null` when the recording has been read to its end. */
  readonly nextFromMs: number | null;
  /** Position up to which the recording has been read; at the end, its actual length. */
  readonly readToMs: number;
  /** Whether the data ends before the length that the container states, or decoding stopped early. */
  readonly truncated: boolean;
  /** Whether bytes follow the end that the file states: they were read as sound, or are unknown. */
  readonly hasMoreBytes: boolean;
}

/**
 * How to decode. `standard` is the default; `careful` is slower but avoids repetition loops, and is
 * used when `standard` produced one.
 */
export type DecodingMode = 'standard' | 'careful';

/** A request to transcribe one range of a recording. */
export interface TranscribeRequest {
  readonly path: string;
  /** The engine's choice when it is left out. */
  readonly sound?: SoundChoice;
  readonly startMs: number;
  readonly endMs: number;
  /** ISO 639-1, or `null` to detect it. */
  readonly language: string | null;
  readonly decoding: DecodingMode;
}

/** Called for each segment as soon as it is decoded; times are relative to the recording's start. */
export type SegmentListener = (segment: HeardSegment) => void;

/** The transcript of a range. */
export interface TranscribedRange {
  readonly language: string;
  /** The language that the engine believes was spoken, if it is another than the one requested. */
  readonly otherLanguage: string | null;
  readonly segments: readonly HeardSegment[];
}

/**
 * Transcribes recordings. All times are in milliseconds from the start of the recording.
 *
 * Every method throws `AppError`: `audio_unreadable`, `audio_truncated`, `audio_missing`,
 * `audio_empty`, `audio_too_many_channels`, `audio_track_missing` or `audio_channel_missing` for an
 * invalid recording or choice, `clip_bytes_missing` when there is no file at the path, and
 * `speech_engine_*` when the engine itself fails. An engine behind an API also throws `speech_service_*` and
 * `speech_answer_invalid`.
 */
export interface SpeechEngine {
  /** Whether its answers may cost money: what a task has used of it is noted. */
  readonly costly: boolean;
  /** Number of calls of `transcribe` at which the engine is fully used; more of them wait. */
  readonly capacity: number;
  /**
   * `false` while the engine has work but appears to hang. Callers must then stop sending heartbeats
   * for the work.
   */
  readonly isResponsive: boolean;
  /**
   * Identifies everything except the audio that determines the transcript: engine, model, precision
   * and decoding rules. Stored results are reused only under the same fingerprint. Asynchronous,
   * because an engine may have to load its model first.
   */
  fingerprint(): Promise<string>;
  /** Opens the recording and returns its format, its tracks and its length. */
  probe(path: string, call: EngineCall, sound?: SoundChoice): Promise<ProbedRecording>;
  /** Reads a stretch of the recording and cuts it at silences. */
  plan(request: PlanStretchRequest, call: EngineCall): Promise<PlannedStretch>;
  /**
   * Decodes a range.
   * @returns the language and all segments, including those that `onSegment` received
   */
  transcribe(
    request: TranscribeRequest,
    onSegment: SegmentListener,
    call: EngineCall,
  ): Promise<TranscribedRange>;
  /** Releases all resources of the engine, including child processes. */
  close(): Promise<void>;
}
