import path from 'node:path';
import type { HeardSegment, SoundChoice } from '#contracts/model';
import {
  probeSchema,
  stretchSchema,
  transcribedSchema,
} from './faster-whisper/speech-messages.schema.ts';
import { fingerprintOf } from './faster-whisper/fingerprint.ts';
import type { FasterWhisperOptions } from './faster-whisper/speech-process.options.ts';
import { SpeechSupervisor } from './faster-whisper/speech-supervisor.ts';
import { untilAborted } from './faster-whisper/until-aborted.ts';
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

/**
 * A local Whisper: owns one Python process (`speech/`) that serves several calls concurrently. The
 * first call starts the process. A crash or hang fails the calls in flight with
 * `speech_engine_crashed` or `speech_engine_stalled`, and the next call starts a new process.
 */
export class FasterWhisperEngine implements SpeechEngine {
  private readonly supervisor: SpeechSupervisor;

  readonly capacity: number;

  constructor(options: FasterWhisperOptions) {
    this.capacity = options.slots * options.together;
    this.supervisor = new SpeechSupervisor(options, servesTranscripts(options));
  }

  /** Process id of the speech process, or `null` while none runs; for diagnostics and tests. */
  get processId(): number | null {
    return this.supervisor.pid;
  }

  get isResponsive(): boolean {
    return this.supervisor.isResponsive;
  }

  async fingerprint(): Promise<string> {
    const process = await this.supervisor.process();
    return fingerprintOf('faster-whisper', await process.ready);
  }

  async probe(file: string, call: EngineCall, sound?: SoundChoice): Promise<ProbedRecording> {
    const message = { op: 'probe', path: path.resolve(file), ...sound };
    return probeSchema.parse(await this.ask(message, call));
  }

  async plan(request: PlanStretchRequest, call: EngineCall): Promise<PlannedStretch> {
    const { sound, ...stretch } = request;
    const message = { op: 'plan', ...stretch, ...sound, path: path.resolve(request.path) };
    return stretchSchema.parse(await this.ask(message, call));
  }

  async transcribe(
    request: TranscribeRequest,
    onSegment: SegmentListener,
    call: EngineCall,
  ): Promise<TranscribedRange> {
    const segments: HeardSegment[] = [];
    const { sound, ...range } = request;
    const message = { op: 'transcribe', ...range, ...sound, path: path.resolve(request.path) };
    const answer = await this.ask(message, call, (segment) => {
      segments.push(segment);
      onSegment(segment);
    });
    return { ...transcribedSchema.parse(answer), segments };
  }

  close(): Promise<void> {
    return this.supervisor.close();
  }

  private async ask(
    request: object,
    { signal }: EngineCall,
    onSegment: SegmentListener = () => undefined,
  ): Promise<unknown> {
    signal.throwIfAborted();
    const process = await untilAborted(this.supervisor.process(), signal);
    return process.call(request, onSegment, signal);
  }
}

/** The arguments of a speech process that transcribes. */
function servesTranscripts(options: FasterWhisperOptions): readonly string[] {
  const { modelFolder, device, slots, together } = options;
  const use = ['--device', device, '--slots', String(slots), '--together', String(together)];
  return ['--model', path.resolve(modelFolder), ...use];
}
