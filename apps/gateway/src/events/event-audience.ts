import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { EventTail } from '#store';
import type { EventReader } from './event-reader.ts';
import { toEventMessage, type Message } from './event-view.ts';

const HEARTBEAT_MS = 15_000;

/** All readers of the event stream in this process that have caught up with the settled events. */
@Injectable()
export class EventAudience implements OnModuleDestroy {
  private readonly readers = new Set<EventReader>();
  private isClosing = false;
  private standing: string | null = null;
  private heartbeat: NodeJS.Timeout | null = null;
  private unsubscribe: (() => void) | null = null;

  constructor(private readonly tail: EventTail) {}

  get isEmpty(): boolean {
    return this.readers.size === 0;
  }

  /** Adds a reader that has caught up, until its stream ends. */
  join(reader: EventReader): void {
    if (this.isClosing) reader.body.end();
    if (this.isClosing || reader.body.destroyed) return;
    if (this.isEmpty) this.open();
    this.readers.add(reader);
    if (this.standing !== null) reader.body.send(this.standing);
    reader.body.once('close', () => this.leave(reader));
  }

  /** Sends messages that are not part of the log. */
  send(messages: readonly Message[]): void {
    for (const reader of this.readers) reader.send(messages);
  }

  /**
   * Sends a block to all readers, whatever their filter.
   * @param standing whether readers that join later receive it as well, until the next one
   */
  announce(block: string, standing: boolean): void {
    this.standing = standing ? block : null;
    for (const { body } of this.readers) body.send(block);
  }

  /** Ends all streams. Readers reconnect to another or restarted gateway and miss no event. */
  onModuleDestroy(): void {
    this.isClosing = true;
    for (const { body } of this.readers) body.end();
    this.close();
  }

  private leave(reader: EventReader): void {
    this.readers.delete(reader);
    if (this.isEmpty) this.close();
  }

  private open(): void {
    this.unsubscribe = this.tail.subscribe((events) => {
      const messages = events.map(toEventMessage);
      for (const reader of this.readers) reader.deliver(messages);
    });
    this.heartbeat = setInterval(() => {
      for (const reader of this.readers) reader.keepAlive();
    }, HEARTBEAT_MS);
  }

  private close(): void {
    this.unsubscribe?.();
    if (this.heartbeat) clearInterval(this.heartbeat);
  }
}
