import { Readable } from 'node:stream';

/** What a {@link PlacedReadable} checks. */
export interface ReadChecks {
  /** Size that the place has stated, in bytes; `null` if it has not. */
  readonly sizeBytes: number | null;
  /** Limit of a wait for the next bytes, in milliseconds; `null` for none. */
  readonly stallMs: number | null;
  /** Turns an error of the source, or why it broke off, into the error of the place. */
  readonly toError: (error: unknown) => Error;
}

/**
 * The bytes of a file in a place. A source that fails, stalls or ends early becomes an error of the
 * place, never a short file. Only waiting for the source counts as a stall: a slow reader may take as
 * long as it likes, such as a restore that builds an index.
 */
export class PlacedReadable extends Readable {
  private receivedBytes = 0;
  private isComplete = false;
  private stall: NodeJS.Timeout | null = null;

  /** @param source is consumed, and destroyed with this stream */
  constructor(
    private readonly source: Readable,
    private readonly checks: ReadChecks,
  ) {
    super();
    source.pause();
    source.on('data', (chunk: Uint8Array) => this.receive(chunk));
    source.on('end', () => this.complete());
    source.on('error', (error) => this.destroy(checks.toError(error)));
    source.on('close', () => this.isComplete || this.brokeOff());
  }

  override _read(): void {
    this.watch();
    this.source.resume();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.unwatch();
    this.source.destroy();
    done(error);
  }

  private receive(chunk: Uint8Array): void {
    this.receivedBytes += chunk.length;
    this.unwatch();
    if (this.push(chunk)) this.watch();
    else this.source.pause();
  }

  private complete(): void {
    this.unwatch();
    this.isComplete = true;
    const { sizeBytes } = this.checks;
    if (sizeBytes === null || sizeBytes === this.receivedBytes) this.push(null);
    else this.brokeOff();
  }

  private brokeOff(): void {
    this.destroy(this.checks.toError(new Error('the file broke off')));
  }

  private watch(): void {
    this.unwatch();
    const { stallMs, toError } = this.checks;
    if (stallMs === null) return;
    const stalled = () => this.destroy(toError(new Error(`no bytes came for ${stallMs} ms`)));
    this.stall = setTimeout(stalled, stallMs);
  }

  private unwatch(): void {
    if (this.stall) clearTimeout(this.stall);
    this.stall = null;
  }
}
