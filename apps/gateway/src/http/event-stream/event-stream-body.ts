import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { StreamDropped } from '#contracts/api';
import { eventBlock } from './event-block.ts';

/** Maximum size of the buffer for a slow reader. */
const LIMIT_BYTES = 256 * 1024;

/** Prevents proxies from buffering, compressing or caching the stream. */
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-store, no-transform',
  'x-accel-buffering': 'no',
};

/**
 * The body of a response with server-sent events. Text is sent without delay. The stream of a reader that
 * falls too far behind ends with the event `dropped`, which says where to resume.
 */
export class EventStreamBody extends Readable {
  private waiting: (() => void)[] = [];
  private isOver = false;
  private lastEventId: string | null = null;

  /** @param limitBytes maximum size of the buffer, in bytes */
  constructor(private readonly limitBytes = LIMIT_BYTES) {
    super();
  }

  /** Whether the reader keeps up, so that more text need not wait in memory. */
  get hasRoom(): boolean {
    return this.readableLength < this.readableHighWaterMark;
  }

  /**
   * Sends complete blocks. Does nothing after the stream has ended.
   * @param lastEventId id of the last event in them that has one
   */
  send(text: string | Buffer, lastEventId?: number | string): void {
    if (this.isOver || this.destroyed) return;
    if (this.readableLength > this.limitBytes) {
      this.dropReader();
      return;
    }
    if (lastEventId !== undefined) this.lastEventId = String(lastEventId);
    this.push(text);
  }

  /** Ends the stream after the buffered text. */
  end(): void {
    if (this.isOver || this.destroyed) return;
    this.isOver = true;
    this.push(null);
  }

  /**
   * Waits until the buffer has drained below the high-water mark, or the reader has disconnected.
   */
  async drained(): Promise<void> {
    if (this.destroyed || this.hasRoom) return;
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Sends the stream as the response to a request. */
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

  private dropReader(): void {
    const { lastEventId } = this;
    const dropped: StreamDropped = { lastEventId };
    const data = JSON.stringify(dropped);
    this.push(eventBlock({ type: 'dropped', id: lastEventId ?? undefined, data }));
    this.end();
  }

  private release(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
