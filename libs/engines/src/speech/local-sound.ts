import path from 'node:path';
import type { SoundChoice } from '#contracts/model';
import type { EngineCall } from '../engine-call.ts';
import { Resting } from '../resting.ts';
import { SpeechClient } from './faster-whisper/speech-client.ts';
import { encodedSchema } from './faster-whisper/speech-messages.schema.ts';
import type { SpeechProcessOptions } from './faster-whisper/speech-process.options.ts';
import { SpeechSupervisor } from './faster-whisper/speech-supervisor.ts';
import type { AudioFormat } from './providers/audio-formats.ts';
import type {
  PlanStretchRequest,
  PlannedStretch,
  ProbedRecording,
  TranscribeRequest,
} from './speech-engine.port.ts';

/** Idle time after which the process is ended to free its memory. */
const CLOSE_AFTER_IDLE_MS = 2 * 60_000;

/** How a speech process that only reads recordings is started and monitored. */
export interface LocalSoundOptions extends SpeechProcessOptions {
  /** Number of requests that the process works on at the same time. */
  readonly slots: number;
}

/** A range of a recording as a file. */
export interface EncodedRange {
  readonly audio: Uint8Array;
  /** Length of the sound; less than that of the range at the end of the recording. */
  readonly durationMs: number;
}

/**
 * Reads recordings for engines behind an API, with one speech process that has no model. It starts with the first
 * call and ends when it is idle; a crash or hang fails the calls in flight, and the next call starts a new one.
 */
export class LocalSound {
  private readonly process: Resting<SoundProcess>;

  constructor(options: LocalSoundOptions) {
    this.process = new Resting(() => new SoundProcess(options), CLOSE_AFTER_IDLE_MS);
  }

  /** `false` while the process has work but appears to hang. */
  get isResponsive(): boolean {
    return this.process.held?.supervisor.isResponsive ?? true;
  }

  probe(file: string, call: EngineCall, sound?: SoundChoice): Promise<ProbedRecording> {
    return this.process.use(({ client }) => client.probe(file, call, sound));
  }

  plan(request: PlanStretchRequest, call: EngineCall): Promise<PlannedStretch> {
    return this.process.use(({ client }) => client.plan(request, call));
  }

  /** @returns the range as a file that has all of its sound */
  encode(
    { path: file, startMs, endMs, sound }: TranscribeRequest,
    format: AudioFormat,
    call: EngineCall,
  ): Promise<EncodedRange> {
    const request = { op: 'encode', path: path.resolve(file), startMs, endMs, format, ...sound };
    return this.process.use(async ({ client }) => {
      const { audio, durationMs } = encodedSchema.parse(await client.ask(request, call));
      return { audio: Buffer.from(audio, 'base64'), durationMs };
    });
  }

  /** Ends the process, also during calls; none is started afterwards. */
  close(): Promise<void> {
    return this.process.close();
  }
}

class SoundProcess {
  readonly supervisor: SpeechSupervisor;
  readonly client: SpeechClient;

  constructor(options: LocalSoundOptions) {
    this.supervisor = new SpeechSupervisor(options, ['--sound', '--slots', String(options.slots)]);
    this.client = new SpeechClient(this.supervisor);
  }

  close(): Promise<void> {
    return this.supervisor.close();
  }
}
