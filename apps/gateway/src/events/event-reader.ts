import type { StreamReady } from '#contracts/api';
import type { EventFilter } from '#store';
import { commentBlock, eventBlock } from '../http/event-stream/event-block.ts';
import type { EventStreamBody } from '../http/event-stream/event-stream-body.ts';
import type { EventMessage, Message } from './event-view.ts';
import type { ReplayPage } from './replay-pages.ts';

/** A connected client of the event stream. */
export class EventReader {
  /**
   * @param position sequence up to which the reader has received all events that match its filter
   */
  constructor(
    readonly body: EventStreamBody,
    readonly filter: EventFilter,
    public position: number,
  ) {}

  /** Sends the events that match the filter and that the reader has not received yet. */
  deliver(events: readonly EventMessage[]): void {
    const position = Math.max(this.position, events.at(-1)?.sequence ?? 0);
    const missed = events.filter(({ sequence }) => sequence > this.position);
    this.position = position;
    this.send(missed, position);
  }

  /** Sends what the reader has missed. @param page that follows its position, or begins before it */
  catchUp({ events, bytes, readTo }: ReplayPage): void {
    const isAll = this.filter.ownerId === undefined && this.filter.conversationId === undefined;
    const last = events.at(-1)?.sequence;
    if (isAll && bytes !== null && this.position < (events[0]?.sequence ?? 0)) {
      this.body.send(bytes, last);
    } else this.deliver(events);
    this.position = Math.max(this.position, readTo);
  }

  /** Sends `ready`: from here on the stream is live. */
  greet(): void {
    const ready: StreamReady = { sequence: this.position };
    const data = JSON.stringify(ready);
    this.body.send(eventBlock({ type: 'ready', id: this.position, data }), this.position);
  }

  /**
   * Sends the messages that match the filter.
   * @param position of the log after them, unless they are no part of it
   */
  send(messages: readonly Message[], position?: number): void {
    const text = messages.filter((message) => this.matchesFilter(message)).map(textOf);
    if (text.length > 0) this.body.send(text.join(''), position);
  }

  /**
   * Also sends the position of the log, so that a reader with few events resumes close to its end.
   */
  keepAlive(): void {
    this.body.send(commentBlock('still here', this.position), this.position);
  }

  private matchesFilter({ ownerId, conversationId }: Message): boolean {
    const { filter } = this;
    return (
      (filter.ownerId ?? ownerId) === ownerId &&
      (filter.conversationId ?? conversationId) === conversationId
    );
  }
}

function textOf({ text }: Message): string {
  return text;
}
