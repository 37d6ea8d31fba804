import type { AudioProbe } from '#contracts/model';
import { AppError } from '#platform';
import type { EngineCall } from '../engine-call.ts';
import type {
  PlanStretchRequest,
  PlannedStretch,
  SegmentListener,
  SpeechEngine,
  TranscribedRange,
  TranscribeRequest,
} from './speech-engine.port.ts';

/**
 * An engine that exists only while it is needed: made by the first call, closed when none has come
 * for a while, and made again by the next. For models that are asked for now and then, which would
 * hold memory for ever otherwise.
 */
export class RestingSpeechEngine implements SpeechEngine {
  private engine: SpeechEngine | null = null;
  private calls = 0;
  private timer: NodeJS.Timeout | undefined;
  private closing: Promise<void> = Promise.resolve();
  private closed = false;

  /**
   * @param make makes the engine; must not begin its work before it is called
   * @param idleMs how long it is kept after its last call
   */
  constructor(
    private readonly make: () => SpeechEngine,
    private readonly idleMs: number,
  ) {}

  /** While there is no engine, none can hang. */
  get isResponsive(): boolean {
    return this.engine?.isResponsive ?? true;
  }

  fingerprint(): Promise<string> {
    return this.use((engine) => engine.fingerprint());
  }

  probe(path: string, call: EngineCall): Promise<AudioProbe> {
    return this.use((engine) => engine.probe(path, call));
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

  /** Closes the engine, in the middle of its calls if need be; none is made afterwards. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    this.rest();
    await this.closing;
  }

  private async use<Answer>(work: (engine: SpeechEngine) => Promise<Answer>): Promise<Answer> {
    if (this.closed) {
      throw new AppError('speech_engine_unavailable', 'The speech engine has been closed.');
    }
    clearTimeout(this.timer);
    this.calls += 1;
    this.engine ??= this.make();
    try {
      return await work(this.engine);
    } finally {
      this.calls -= 1;
      if (this.calls === 0) this.restLater();
    }
  }

  private restLater(): void {
    clearTimeout(this.timer);
    if (this.engine === null) return;
    this.timer = setTimeout(() => this.rest(), this.idleMs).unref();
  }

  private rest(): void {
    const engine = this.engine;
    this.engine = null;
    if (engine === null) return;
    const before = this.closing;
    this.closing = Promise.all([before, engine.close()]).then(() => undefined);
    this.closing.catch(() => undefined);
  }
}
