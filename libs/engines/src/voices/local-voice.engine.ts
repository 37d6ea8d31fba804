import { existsSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#platform';
import type { EngineCall } from '../engine-call.ts';
import { fingerprintOf } from '../speech/faster-whisper/fingerprint.ts';
import { voicesSchema } from '../speech/faster-whisper/speech-messages.schema.ts';
import type { SpeechProcessOptions } from '../speech/faster-whisper/speech-process.options.ts';
import { SpeechSupervisor } from '../speech/faster-whisper/speech-supervisor.ts';
import { untilAborted } from '../speech/faster-whisper/until-aborted.ts';
import type { HeardVoices, VoiceEngine, VoicesRequest } from './voice-engine.port.ts';

const BYTES_PER_VALUE = 4;

/** How a speech process that hears voices is started and monitored. */
export interface LocalVoiceOptions extends SpeechProcessOptions {
  /** The ONNX file that set-up made, or one with the same input and output. */
  readonly modelFile: string;
  /** The ONNX file that tells where two voices speak at once; without it, nobody is heard to. */
  readonly overlapModelFile?: string;
}

/**
 * A local network for voices: owns one speech process (`speech/`) without a Whisper model, so it works with
 * every engine that transcribes. The process has a low priority, and one call at a time. It starts with the first
 * call; a crash or hang fails the calls in flight, and the next call starts a new one.
 */
export class LocalVoiceEngine implements VoiceEngine {
  private readonly supervisor: SpeechSupervisor;

  constructor(private readonly options: LocalVoiceOptions) {
    this.supervisor = new SpeechSupervisor(options, servesVoices(options));
  }

  /** Process id of the speech process, or `null` while none runs; for diagnostics and tests. */
  get processId(): number | null {
    return this.supervisor.pid;
  }

  get isResponsive(): boolean {
    return this.supervisor.isResponsive;
  }

  isInstalled(): boolean {
    return existsSync(this.options.modelFile);
  }

  async fingerprint(): Promise<string> {
    const process = await this.supervisor.process();
    return fingerprintOf('voices', await process.ready);
  }

  async voices(request: VoicesRequest, { signal }: EngineCall): Promise<HeardVoices> {
    const { sound, startMs, endMs } = request;
    const range = { path: path.resolve(request.path), startMs, endMs };
    signal.throwIfAborted();
    const process = await untilAborted(this.supervisor.process(), signal);
    const answer = await process.call(
      { op: 'voices', ...range, ...sound },
      () => undefined,
      signal,
    );
    return heardVoices(answer);
  }

  close(): Promise<void> {
    return this.supervisor.close();
  }
}

/** The arguments of a speech process that hears voices. */
function servesVoices({ modelFile, overlapModelFile }: LocalVoiceOptions): readonly string[] {
  const voices = ['--voices', path.resolve(modelFile)];
  if (overlapModelFile === undefined) return voices;
  return [...voices, '--overlaps', path.resolve(overlapModelFile)];
}

function heardVoices(answer: unknown): HeardVoices {
  const { regions, overlaps, windows, embeddingSize, embeddings } = voicesSchema.parse(answer);
  const values = valuesOf(Buffer.from(embeddings, 'base64'));
  if (values.length !== windows.length * embeddingSize) {
    throw new AppError('speech_engine_crashed', 'The speech process sent incomplete embeddings.');
  }
  return {
    regions,
    overlaps,
    windows: windows.map((window, number) => ({
      ...window,
      embedding: values.slice(number * embeddingSize, (number + 1) * embeddingSize),
    })),
  };
}

/** The values are little-endian on every machine. */
function valuesOf(bytes: Buffer): Float32Array {
  const count = Math.floor(bytes.length / BYTES_PER_VALUE);
  return Float32Array.from({ length: count }, (_, at) => bytes.readFloatLE(at * BYTES_PER_VALUE));
}
