import type { HeardSegment } from '#contracts/messages';

/** Stores what has been decoded so far. */
export type WritePartial = (segments: readonly HeardSegment[]) => Promise<void>;

/** Readers see a growing chunk this often at most. */
const INTERVAL_MS = 400;

/**
 * Lets people read along without a write for every segment. A write that fails is told and left
 * out: it is only a view of work whose result is stored anyway.
 */
export class PartialWriter {
  private segments: readonly HeardSegment[] = [];
  private writing: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly write: WritePartial,
    private readonly onError: (error: unknown) => void,
  ) {}

  push(segment: HeardSegment): void {
    this.segments = [...this.segments, segment];
    this.timer ??= setTimeout(() => this.flush(), INTERVAL_MS);
  }

  /** Ends writing; afterwards no write is under way. */
  async stop(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    await this.writing;
  }

  private flush(): void {
    this.timer = null;
    const { segments } = this;
    this.writing = this.writing.then(() => this.write(segments)).catch(this.onError);
  }
}
