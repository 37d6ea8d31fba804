import path from 'node:path';
import type { HeardSegment, SoundChoice } from '#contracts/model';
import { fingerprintOf } from './faster-whisper/fingerprint.ts';
import { SpeechClient } from './faster-whisper/speech-client.ts';
import { transcribedSchema } from './faster-whisper/speech-messages.schema.ts';
import type { FasterWhisperOptions } from './faster-whisper/speech-process.options.ts';
import { SpeechSupervisor } from './faster-whisper/speech-supervisor.ts';
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
  private readonly client: SpeechClient;

  readonly costly = false;
  readonly capacity: number;

  constructor(options: FasterWhisperOptions) {
    this.capacity = options.slots * options.together;
    this.supervisor = new SpeechSupervisor(options, servesTranscripts(options));
    this.client = new SpeechClient(this.supervisor);
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

  probe(file: string, call: EngineCall, sound?: SoundChoice): Promise<ProbedRecording> {
    return this.client.probe(file, call, sound);
  }

  plan(request: PlanStretchRequest, call: EngineCall): Promise<PlannedStretch> {
    return this.client.plan(request, call);
  }

  async transcribe(
    request: TranscribeRequest,
    onSegment: SegmentListener,
    call: EngineCall,
  ): Promise<TranscribedRange> {
    const segments: HeardSegment[] = [];
    const { sound, ...range } = request;
    const message = { op: 'transcribe', ...range, ...sound, path: path.resolve(request.path) };
    const answer = await this.client.ask(message, call, (segment) => {
      segments.push(segment);
      onSegment(segment);
    });
    return { ...transcribedSchema.parse(answer), segments };
  }

  close(): Promise<void> {
    return this.supervisor.close();
  }
}

/** The arguments of a speech process that transcribes. */
function servesTranscripts(options: FasterWhisperOptions): readonly string[] {
  const { modelFolder, device, slots, together } = options;
  const use = ['--device', device, '--slots', String(slots), '--together', String(together)];
  return ['--model', path.resolve(modelFolder), ...use];
}
