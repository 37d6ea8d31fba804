import type { SoundChoice } from '#contracts/model';
import type { EngineCall } from '../engine-call.ts';
import { Resting } from '../resting.ts';
import type {
  PlanStretchRequest,
  PlannedStretch,
  ProbedRecording,
  SegmentListener,
  SpeechEngine,
  TranscribedRange,
  TranscribeRequest,
} from './speech-engine.port.ts';

/**
 * Wraps an engine that is created by the first call, closed after an idle time, and created again by
 * the next call. It is for rarely used models, which would otherwise occupy memory permanently.
 */
export class RestingSpeechEngine implements SpeechEngine {
  private readonly resting: Resting<SpeechEngine>;

  /**
   * @param create creates the engine; must not start resource use before it is called
   * @param idleMs time after the last call until the engine is closed, in milliseconds
   */
  constructor(create: () => SpeechEngine, idleMs: number) {
    this.resting = new Resting(create, idleMs);
  }

  /** `true` while there is no engine, because then none can hang. */
  get isResponsive(): boolean {
    return this.resting.held?.isResponsive ?? true;
  }

  /** Models that are closed when they are idle are of this machine. */
  readonly costly = false;

  /** 1 while there is no engine. */
  get capacity(): number {
    return this.resting.held?.capacity ?? 1;
  }

  fingerprint(): Promise<string> {
    return this.resting.use((engine) => engine.fingerprint());
  }

  probe(path: string, call: EngineCall, sound?: SoundChoice): Promise<ProbedRecording> {
    return this.resting.use((engine) => engine.probe(path, call, sound));
  }

  plan(request: PlanStretchRequest, call: EngineCall): Promise<PlannedStretch> {
    return this.resting.use((engine) => engine.plan(request, call));
  }

  transcribe(
    request: TranscribeRequest,
    onSegment: SegmentListener,
    call: EngineCall,
  ): Promise<TranscribedRange> {
    return this.resting.use((engine) => engine.transcribe(request, onSegment, call));
  }

  /** Closes the engine, even during calls; none is created afterwards. */
  close(): Promise<void> {
    return this.resting.close();
  }
}
