import type { StreamReady } from '#contracts/api';
import type { EventFilter } from '#store';
import { commentBlock, eventBlock } from '../http/event-stream/event-block.ts';
import type { EventStreamBody } from '../http/event-stream/event-stream-body.ts';
import type { EventMessage, Message } from './event-view.ts';

/** Somebody who reads the stream of events. */
export class EventReader {
  /** @param position sequence up to which the reader knows all that concerns it */
  constructor(
    readonly body: EventStreamBody,
    readonly filter: EventFilter,
    public position: number,
  ) {}

  /** Sends those of the events that concern the reader and that it does not know. */
  tell(events: readonly EventMessage[]): void {
    this.send(events.filter(({ sequence }) => sequence > this.position));
    this.position = Math.max(this.position, events.at(-1)?.sequence ?? 0);
  }

  /** Says that from here on events come as they happen. */
  greet(): void {
    const ready: StreamReady = { sequence: this.position };
    const data = JSON.stringify(ready);
    this.body.send(eventBlock({ type: 'ready', id: this.position, data }));
  }

  /** Sends what concerns the reader and has no place in the log. */
  send(messages: readonly Message[]): void {
    const text = messages.filter((message) => this.isConcerned(message)).map(textOf);
    if (text.length > 0) this.body.send(text.join(''));
  }

  /** Also tells a reader, to whom little happens, how far the log is by now. */
  keepAlive(): void {
    this.body.send(commentBlock('still here', this.position));
  }

  private isConcerned({ ownerId, conversationId }: Message): boolean {
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
