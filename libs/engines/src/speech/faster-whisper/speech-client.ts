import path from 'node:path';
import type { SoundChoice } from '#contracts/model';
import type { EngineCall } from '../../engine-call.ts';
import type {
  PlanStretchRequest,
  PlannedStretch,
  ProbedRecording,
  SegmentListener,
} from '../speech-engine.port.ts';
import { probeSchema, stretchSchema } from './speech-messages.schema.ts';
import type { SpeechSupervisor } from './speech-supervisor.ts';
import { untilAborted } from './until-aborted.ts';

/** Asks a speech process, and what every one that reads recordings answers. */
export class SpeechClient {
  constructor(private readonly supervisor: SpeechSupervisor) {}

  async probe(file: string, call: EngineCall, sound?: SoundChoice): Promise<ProbedRecording> {
    const message = { op: 'probe', path: path.resolve(file), ...sound };
    return probeSchema.parse(await this.ask(message, call));
  }

  async plan(request: PlanStretchRequest, call: EngineCall): Promise<PlannedStretch> {
    const { sound, ...stretch } = request;
    const message = { op: 'plan', ...stretch, ...sound, path: path.resolve(request.path) };
    return stretchSchema.parse(await this.ask(message, call));
  }

  /** Sends a request, once a process runs. */
  async ask(
    request: object,
    { signal }: EngineCall,
    onSegment: SegmentListener = () => undefined,
  ): Promise<unknown> {
    signal.throwIfAborted();
    const process = await untilAborted(this.supervisor.process(), signal);
    return process.call(request, onSegment, signal);
  }
}
