import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** What may wait for a reader who does not read. */
const LIMIT_BYTES = 1024 * 1024;

/** Nobody on the way keeps any of it back, packs it or stores it. */
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-store, no-transform',
  'x-accel-buffering': 'no',
};

/**
 * The body of an answer that is a stream of server-sent events. Text goes out as it comes. A reader
 * who falls too far behind is cut off; it comes back with the id of the last event that it got.
 */
export class EventStreamBody extends Readable {
  private waiting: (() => void)[] = [];
  private isOver = false;

  /** @param limitBytes what may wait for the reader */
  constructor(private readonly limitBytes = LIMIT_BYTES) {
    super();
  }

  /** Sends whole blocks. Does nothing once the stream is over. */
  send(text: string): void {
    if (this.isOver || this.destroyed) return;
    if (this.readableLength > this.limitBytes) this.destroy();
    else this.push(text);
  }

  /** Ends the stream after what was sent. */
  end(): void {
    if (this.isOver || this.destroyed) return;
    this.isOver = true;
    this.push(null);
  }

  /** Waits until the reader has taken the most of what was sent, or is gone. */
  async drained(): Promise<void> {
    if (this.destroyed || this.readableLength < this.readableHighWaterMark) return;
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Makes the stream the answer to a request. */
  answer(reply: FastifyReply): StreamableFile {
    void reply.headers(HEADERS);
    return new StreamableFile(this);
  }

  override _read(): void {
    this.release();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.release();
    done(error);
  }

  private release(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
