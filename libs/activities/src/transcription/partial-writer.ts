import type { HeardSegment } from '#contracts/model';

/** Stores the segments decoded so far. */
export type WritePartial = (segments: readonly HeardSegment[]) => Promise<void>;

/** Minimum time between two writes. */
const INTERVAL_MS = 400;

/**
 * Publishes partial text without a write for every segment. There is one write at a time, each with
 * all segments so far, so a slow database does not delay decoding. A failed write is reported and
 * skipped, as the result of the chunk is stored separately.
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

  /** Discards the segments so far; the next write replaces them. */
  restart(): void {
    this.segments = [];
  }

  /** Stops writing; resolves when no write is in progress any more. */
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
