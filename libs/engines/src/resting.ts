import { AppError } from '#platform';

/**
 * Holds something that is created by the first use, closed after an idle time, and created again by the next use. It
 * is for what is used rarely and would otherwise occupy memory permanently.
 */
export class Resting<Engine extends { close(): Promise<void> }> {
  private engine: Engine | null = null;
  private uses = 0;
  private timer: NodeJS.Timeout | undefined;
  private closing: Promise<void> = Promise.resolve();
  private closed = false;

  /**
   * @param create creates the engine; must not start resource use before it is called
   * @param idleMs time after the last use until the engine is closed, in milliseconds
   */
  constructor(
    private readonly create: () => Engine,
    private readonly idleMs: number,
  ) {}

  /** What is held now; `null` while there is nothing. */
  get held(): Engine | null {
    return this.engine;
  }

  /** @throws AppError `speech_engine_unavailable` once it is closed */
  async use<Answer>(work: (engine: Engine) => Promise<Answer>): Promise<Answer> {
    if (this.closed) {
      throw new AppError('speech_engine_unavailable', 'The speech engine has been closed.');
    }
    clearTimeout(this.timer);
    this.uses += 1;
    this.engine ??= this.create();
    try {
      return await work(this.engine);
    } finally {
      this.uses -= 1;
      if (this.uses === 0) this.scheduleClose();
    }
  }

  /** Closes the engine, even during uses; none is created afterwards. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    this.closeEngine();
    await this.closing;
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
