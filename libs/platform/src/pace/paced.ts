/**
 * Runs a piece of work when it is asked for: never twice at once, and with a pause between two
 * runs. However often it is asked for in the meantime, it runs once more, after the last asking.
 */
export class Paced {
  private wanted = false;
  private running = false;
  private timer: NodeJS.Timeout | null = null;
  private lastEndedAt = -Infinity;

  /**
   * @param work must not reject
   * @param pauseMs least time from the end of one run to the beginning of the next
   */
  constructor(
    private readonly work: () => Promise<void>,
    private readonly pauseMs: number,
  ) {}

  /** Asks for a run; returns at once. */
  request(): void {
    this.wanted = true;
    if (this.running || this.timer) return;
    const waitMs = Math.max(0, this.lastEndedAt + this.pauseMs - performance.now());
    this.timer = setTimeout(() => void this.run(), waitMs);
  }

  /** Forgets what was asked for; a run that has begun goes on to its end. */
  stop(): void {
    this.wanted = false;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private async run(): Promise<void> {
    this.timer = null;
    this.wanted = false;
    this.running = true;
    await this.work();
    this.ended();
  }

  private ended(): void {
    this.running = false;
    this.lastEndedAt = performance.now();
    if (this.wanted) this.request();
  }
}
