/**
 * Runs work on request, never concurrently, and with a minimum pause between runs. Requests before
 * a scheduled run are merged into it; requests during a run are merged into one further run. The
 * last request is therefore always followed by a complete run.
 */
export class Paced {
  private requested = false;
  private running = false;
  private timer: NodeJS.Timeout | null = null;
  private lastEndedAt = -Infinity;

  /**
   * @param work must not reject
   * @param pauseMs minimum time from the end of one run to the start of the next, in milliseconds
   */
  constructor(
    private readonly work: () => Promise<void>,
    private readonly pauseMs: number,
  ) {}

  /** Requests a run and returns immediately. */
  request(): void {
    this.requested = true;
    if (this.running || this.timer) return;
    const waitMs = Math.max(0, this.lastEndedAt + this.pauseMs - performance.now());
    this.timer = setTimeout(() => void this.run(), waitMs);
  }

  /** Drops pending requests; a run that has started is completed. */
  stop(): void {
    this.requested = false;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private async run(): Promise<void> {
    this.timer = null;
    this.requested = false;
    this.running = true;
    await this.work();
    this.ended();
  }

  private ended(): void {
    this.running = false;
    this.lastEndedAt = performance.now();
    if (this.requested) this.request();
  }
}
