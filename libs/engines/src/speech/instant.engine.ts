import type { HeardSegment, PlannedChunk } from '#contracts/model';
import type { EngineCall } from '../engine-call.ts';
import type {
  PlanStretchRequest,
  PlannedStretch,
  ProbedRecording,
  SegmentListener,
  SpeechEngine,
  TranscribeRequest,
  TranscribedRange,
} from './speech-engine.port.ts';

/** The recording that an `InstantSpeechEngine` simulates. */
export interface InstantRecording {
  /** Length of every recording, in milliseconds. */
  readonly durationMs: number;
}

/**
 * A fake engine that answers immediately without reading audio: every recording has the given
 * length, no silence, and the same word in each chunk. Benchmarks and workflow tests use it to
 * measure everything except the engine. No setting selects it; it must be constructed in code.
 */
export class InstantSpeechEngine implements SpeechEngine {
  readonly isResponsive = true;
  readonly costly = false;
  readonly capacity = 1;

  constructor(private readonly recording: InstantRecording) {}

  fingerprint(): Promise<string> {
    return Promise.resolve('instant');
  }

  async probe(_path: string, call: EngineCall): Promise<ProbedRecording> {
    call.signal.throwIfAborted();
    const { durationMs } = this.recording;
    const sound = { container: 'wav', codec: 'pcm_s16le', channels: 1, sampleRateHz: 16_000 };
    const track = { number: 1, codec: sound.codec, channels: 1, language: null, title: null };
    const heard = { track: 1, tracks: [track], channelsUnrelated: false };
    return { ...sound, durationMs, hasVideo: false, ...heard };
  }

  async plan(request: PlanStretchRequest, call: EngineCall): Promise<PlannedStretch> {
    call.signal.throwIfAborted();
    const { durationMs } = this.recording;
    const readToMs = Math.min(durationMs, request.fromMs + request.stretchMs);
    const chunks = cut(request.fromMs, readToMs, request.chunkTargetMs);
    const nextFromMs = readToMs < durationMs ? readToMs : null;
    return { chunks, nextFromMs, readToMs, truncated: false, hasMoreBytes: false };
  }

  async transcribe(
    request: TranscribeRequest,
    onSegment: SegmentListener,
    call: EngineCall,
  ): Promise<TranscribedRange> {
    call.signal.throwIfAborted();
    const segment = heard(request.startMs, request.endMs);
    onSegment(segment);
    const language = request.language ?? 'en';
    return { language, otherLanguage: null, segments: [segment] };
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function cut(fromMs: number, toMs: number, targetMs: number): PlannedChunk[] {
  const chunks: PlannedChunk[] = [];
  for (let startMs = fromMs; startMs < toMs; startMs += targetMs) {
    chunks.push({ startMs, endMs: Math.min(toMs, startMs + targetMs), overlapsPrevious: false });
  }
  return chunks;
}

function heard(startMs: number, endMs: number): HeardSegment {
  const word = { startMs, endMs, text: 'Instant.', confidence: 1 };
  return { startMs, endMs, text: word.text, words: [word], confidence: 1 };
}
