import type { HeardSegment } from '#contracts/model';

/** Stores what has been decoded so far. */
export type WritePartial = (segments: readonly HeardSegment[]) => Promise<void>;

/** Readers see a growing chunk this often at most. */
const INTERVAL_MS = 400;

/**
 * Lets people read along without a write for every segment: one write at a time, each with all
 * that is known by then, so a slow database holds nothing up. A write that fails is told and left
 * out: it is only a view of work whose result is stored anyway.
 */
export class PartialWriter {
  private segments: readonly HeardSegment[] = [];
  private writing: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly write: WritePartial,
    private readonly onError: (error: unknown) => void,
  ) {}

  push(segment: HeardSegment): void {
    this.segments = [...this.segments, segment];
    this.timer ??= this.schedule();
  }

  /** Forgets what was pushed; the next write replaces it. */
  restart(): void {
    this.segments = [];
  }

  /** Ends writing; afterwards no write is under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.writing;
  }

  private schedule(): NodeJS.Timeout {
    return setTimeout(() => void this.flush(), INTERVAL_MS);
  }

  private async flush(): Promise<void> {
    const { segments } = this;
    this.writing = this.write(segments).catch(this.onError);
    await this.writing;
    const upToDate = this.stopped || this.segments === segments;
    this.timer = upToDate ? null : this.schedule();
  }
}
