import type { EngineCall } from '../engine-call.ts';
import { Resting } from '../resting.ts';
import type { HeardVoices, VoiceEngine, VoicesRequest } from './voice-engine.port.ts';

/** Wraps an engine that is created by the first call, and closed after an idle time to free its memory. */
export class RestingVoiceEngine implements VoiceEngine {
  private readonly resting: Resting<VoiceEngine>;

  /**
   * @param create creates the engine; must not start resource use before it is called
   * @param idleMs time after the last call until the engine is closed, in milliseconds
   * @param isInstalled see the port
   */
  constructor(
    create: () => VoiceEngine,
    idleMs: number,
    readonly isInstalled: () => boolean,
  ) {
    this.resting = new Resting(create, idleMs);
  }

  /** `true` while there is no engine, because then none can hang. */
  get isResponsive(): boolean {
    return this.resting.held?.isResponsive ?? true;
  }

  fingerprint(): Promise<string> {
    return this.resting.use((engine) => engine.fingerprint());
  }

  voices(request: VoicesRequest, call: EngineCall): Promise<HeardVoices> {
    return this.resting.use((engine) => engine.voices(request, call));
  }

  close(): Promise<void> {
    return this.resting.close();
  }
}
