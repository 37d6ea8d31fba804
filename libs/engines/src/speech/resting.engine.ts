import type { SoundChoice } from '#contracts/model';
import { AppError } from '#platform';
import type { EngineCall } from '../engine-call.ts';
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
  private engine: SpeechEngine | null = null;
  private calls = 0;
  private timer: NodeJS.Timeout | undefined;
  private closing: Promise<void> = Promise.resolve();
  private closed = false;

  /**
   * @param create creates the engine; must not start resource use before it is called
   * @param idleMs time after the last call until the engine is closed, in milliseconds
   */
  constructor(
    private readonly create: () => SpeechEngine,
    private readonly idleMs: number,
  ) {}

  /** `true` while there is no engine, because then none can hang. */
  get isResponsive(): boolean {
    return this.engine?.isResponsive ?? true;
  }

  /** 1 while there is no engine. */
  get capacity(): number {
    return this.engine?.capacity ?? 1;
  }

  fingerprint(): Promise<string> {
    return this.use((engine) => engine.fingerprint());
  }

  probe(path: string, call: EngineCall, sound?: SoundChoice): Promise<ProbedRecording> {
    return this.use((engine) => engine.probe(path, call, sound));
  }

  plan(request: PlanStretchRequest, call: EngineCall): Promise<PlannedStretch> {
    return this.use((engine) => engine.plan(request, call));
  }

  transcribe(
    request: TranscribeRequest,
    onSegment: SegmentListener,
    call: EngineCall,
  ): Promise<TranscribedRange> {
    return this.use((engine) => engine.transcribe(request, onSegment, call));
  }

  /** Closes the engine, even during calls; none is created afterwards. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    this.closeEngine();
    await this.closing;
  }

  private async use<Answer>(work: (engine: SpeechEngine) => Promise<Answer>): Promise<Answer> {
    if (this.closed) {
      throw new AppError('speech_engine_unavailable', 'The speech engine has been closed.');
    }
    clearTimeout(this.timer);
    this.calls += 1;
    this.engine ??= this.create();
    try {
      return await work(this.engine);
    } finally {
      this.calls -= 1;
      if (this.calls === 0) this.scheduleClose();
    }
  }

  private scheduleClose(): void {
    clearTimeout(this.timer);
    if (this.engine === null) return;
    this.timer = setTimeout(() => this.closeEngine(), this.idleMs).unref();
  }

  private closeEngine(): void {
    const engine = this.engine;
    this.engine = null;
    if (engine === null) return;
    const before = this.closing;
    this.closing = Promise.all([before, engine.close()]).then(() => undefined);
    this.closing.catch(() => undefined);
  }
}
