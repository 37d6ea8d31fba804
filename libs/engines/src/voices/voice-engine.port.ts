import type { SoundChoice, TimeRange, VoiceWindow } from '#contracts/model';
import type { EngineCall } from '../engine-call.ts';

/** A request to hear whose voices there are in one range of a recording. */
export interface VoicesRequest extends TimeRange {
  /** Path of the recording on this machine. */
  readonly path: string;
  /** The engine's choice when it is left out. */
  readonly sound?: SoundChoice;
}

/** The voices in a range. */
export interface HeardVoices {
  /** Where there is speech without a pause, in order. */
  readonly regions: readonly TimeRange[];
  /** Where two voices speak at once, in order; none where the engine cannot tell. */
  readonly overlaps: readonly TimeRange[];
  /** Windows over these regions, in order; those of one region overlap. */
  readonly windows: readonly VoiceWindow[];
}

/**
 * Turns speech into embeddings of voices, and tells where two speak at once. It does not tell whose they are: that needs the windows of a
 * whole recording, and is a rule of the domain. All times are in milliseconds from the start of the recording.
 *
 * Every method throws `AppError`, with the codes of `SpeechEngine`.
 */
export interface VoiceEngine {
  /**
   * `false` while the engine has work but appears to hang. Callers must then stop sending heartbeats
   * for the work.
   */
  readonly isResponsive: boolean;
  /** Whether its network is there. It may arrive later, because set-up fetches it while Afterword runs. */
  isInstalled(): boolean;
  /** Identifies everything except the audio that determines the embeddings. */
  fingerprint(): Promise<string>;
  /** The same request has the same answer. Memory grows with the range, so callers pass chunks. */
  voices(request: VoicesRequest, call: EngineCall): Promise<HeardVoices>;
  /** Releases all resources of the engine, including child processes. */
  close(): Promise<void>;
}
