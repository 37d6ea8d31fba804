import { createHash } from 'node:crypto';
import type { AudioUse, ErrorCode, SoundChoice } from '#contracts/model';
import { AppError } from '#platform';
import type { EngineCall } from '../engine-call.ts';
import type { RequestEnd } from '../remote/pace/adaptive-limit.ts';
import type { RequestGate } from '../remote/pace/request-gate.ts';
import type { LocalSound } from './local-sound.ts';
import { acceptedChunkMs, type AudioLimits } from './services/audio-limits.ts';
import { heardSegments } from './services/heard-segments.ts';
import { requestError, stalled } from './services/service-errors.ts';
import type { ServiceAnswer } from './services/service-answer.ts';
import { languageCode } from './services/spoken-language.ts';
import type { ServiceRequest, Transcriber } from './services/transcriber.ts';
import type {
  PlanStretchRequest,
  PlannedStretch,
  ProbedRecording,
  SegmentListener,
  SpeechEngine,
  TranscribedRange,
  TranscribeRequest,
} from './speech-engine.port.ts';

/** Version of how answers become segments; a change decodes anew. */
const RULES_VERSION = 1;
/** No language was stated, and none was asked for. */
const UNDETERMINED = 'und';

/** A model of a service, and how it is asked. */
export interface ServiceEngineOptions {
  /** As tasks request it: `provider:model`. */
  readonly name: string;
  /** Where it is; the same model elsewhere may give another transcript. */
  readonly baseUrl: string;
  readonly limits: AudioLimits;
  /** Maximum time for one answer, in milliseconds. */
  readonly timeoutMs: number;
  /** The most requests at the same time. */
  readonly maxRequests: number;
  /** Reads recordings; the engines of a provider share it, and each may close it. */
  readonly sound: LocalSound;
  /** Shared by all that ask the same service. */
  readonly gate: RequestGate;
  /** Makes what speaks the protocol; called with the first request. */
  readonly transcriber: () => Promise<Transcriber>;
}

/**
 * A model of a service that transcribes. Recordings are opened and cut on this machine; each chunk is sent as a
 * small file, without retries, and the answer is checked.
 */
export class ServiceSpeechEngine implements SpeechEngine {
  readonly costly = true;
  readonly capacity: number;
  private loading: Promise<Transcriber> | null = null;

  constructor(private readonly options: ServiceEngineOptions) {
    this.capacity = options.maxRequests;
  }

  get isResponsive(): boolean {
    return this.options.sound.isResponsive;
  }

  fingerprint(): Promise<string> {
    const { name, baseUrl, limits } = this.options;
    const determining = JSON.stringify([baseUrl, limits.format, RULES_VERSION]);
    const digest = createHash('sha256').update(determining).digest('hex');
    return Promise.resolve(`${name}:${digest.slice(0, 16)}`);
  }

  probe(path: string, call: EngineCall, sound?: SoundChoice): Promise<ProbedRecording> {
    return this.options.sound.probe(path, call, sound);
  }

  /** Cuts chunks that the service accepts. */
  plan(request: PlanStretchRequest, call: EngineCall): Promise<PlannedStretch> {
    const { sound, limits } = this.options;
    const chunkTargetMs = acceptedChunkMs(request.chunkTargetMs, limits);
    return sound.plan({ ...request, chunkTargetMs }, call);
  }

  async transcribe(
    request: TranscribeRequest,
    onSegment: SegmentListener,
    call: EngineCall,
  ): Promise<TranscribedRange> {
    call.signal.throwIfAborted();
    const { sound, limits, gate } = this.options;
    const { language: asked, startMs, endMs } = request;
    const { audio, durationMs } = await sound.encode(request, limits.format, call);
    if (durationMs === 0)
      return { language: asked ?? UNDETERMINED, otherLanguage: null, segments: [] };
    refuseTooLarge(audio, limits);
    const chunk = { audio, format: limits.format, language: asked, decoding: request.decoding };
    const send = () => this.send(chunk, durationMs, call);
    const answer = await gate.run(call, send, (outcome, tookMs) =>
      endOf(outcome, tookMs, durationMs),
    );
    const segments = heardSegments(answer, { startMs, endMs, audioMs: durationMs });
    for (const segment of segments) onSegment(segment);
    return { ...languagesOf(answer, asked), segments };
  }

  close(): Promise<void> {
    return this.options.sound.close();
  }

  private async send(
    chunk: Omit<ServiceRequest, 'signal' | 'onAccepted'>,
    audioMs: number,
    call: EngineCall,
  ): Promise<ServiceAnswer> {
    const { name, timeoutMs, transcriber } = this.options;
    this.loading ??= transcriber();
    const service = await this.loading;
    call.signal.throwIfAborted();
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = AbortSignal.any([call.signal, timeout]);
    const accepted: AudioUse[] = [];
    const onAccepted = () => accepted.push({ model: name, audioMs });
    try {
      return await service.transcribe({ ...chunk, signal, onAccepted });
    } catch (error) {
      call.signal.throwIfAborted();
      throw timeout.aborted ? stalled(timeoutMs) : requestError(error);
    } finally {
      for (const use of accepted) call.heard?.(use);
    }
  }
}

/** A chunk that was planned under other limits. */
function refuseTooLarge(audio: Uint8Array, { maxBytes }: AudioLimits): void {
  if (audio.byteLength <= maxBytes) return;
  throw new AppError(
    'speech_service_misconfigured',
    `The chunk has ${audio.byteLength} bytes; the speech service takes ${maxBytes}.`,
    { nextAction: 'Retry the task: the recording is cut into smaller chunks.' },
  );
}

function languagesOf(answer: ServiceAnswer, asked: string | null) {
  const heard = languageCode(answer.language);
  const otherLanguage = asked !== null && heard !== null && heard !== asked ? heard : null;
  return { language: asked ?? heard ?? UNDETERMINED, otherLanguage };
}

/** Faults of a service that has too much to do. */
const OVERLOADS: readonly ErrorCode[] = [
  'speech_service_busy',
  'speech_service_unavailable',
  'speech_service_stalled',
];

/** What an answer or an error says about the load of the service: longer chunks take it longer. */
function endOf(
  outcome: PromiseSettledResult<unknown>,
  durationMs: number,
  audioMs: number,
): RequestEnd {
  if (outcome.status === 'fulfilled') {
    return { kind: 'answered', durationMs, work: audioMs / 1000 };
  }
  const error: unknown = outcome.reason;
  if (!(error instanceof AppError) || !OVERLOADS.includes(error.code)) return { kind: 'other' };
  const { retryAfterMs } = error.details;
  return {
    kind: 'overloaded',
    retryAfterMs: typeof retryAfterMs === 'number' ? retryAfterMs : null,
  };
}
