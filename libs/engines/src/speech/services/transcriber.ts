import type { AudioFormat } from '../providers/audio-formats.ts';
import type { DecodingMode } from '../speech-engine.port.ts';
import type { ServiceAnswer } from './service-answer.ts';

/** A chunk to be transcribed. */
export interface ServiceRequest {
  readonly audio: Uint8Array;
  readonly format: AudioFormat;
  /** ISO 639-1, or `null` to detect it. */
  readonly language: string | null;
  readonly decoding: DecodingMode;
  /** Ends the request: the caller has cancelled it, or the time is up. */
  readonly signal: AbortSignal;
  /** Called once the service has begun to answer: from then on the minutes count. */
  readonly onAccepted: () => unknown;
}

/** Speaks the protocol of a service. */
export interface Transcriber {
  /**
   * Sends one request; retries are up to the caller.
   * @throws AppError `speech_service_*` or `speech_answer_invalid`
   * @throws what `fetch` throws
   */
  transcribe(request: ServiceRequest): Promise<ServiceAnswer>;
}
