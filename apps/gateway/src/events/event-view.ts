import type { LoggedEvent } from '#contracts/api';
import type { EventRecord } from '#store';
import { eventBlock } from '../http/event-stream/event-block.ts';

/** A piece of the stream of events, and whom it concerns. */
export interface Message {
  readonly ownerId: string;
  readonly conversationId: string | null;
  /** As readers get it. */
  readonly text: string;
}

/** An event in the stream of events. */
export interface EventMessage extends Message {
  readonly sequence: number;
}

/** An event as the API shows it. */
export function toLoggedEvent(record: EventRecord): LoggedEvent {
  const { sequence, type, ownerId, conversationId, taskId, data, createdAt } = record;
  const at = createdAt.toISOString();
  return { sequence, type, ownerId, conversationId, taskId, data: { ...data }, createdAt: at };
}

/** Made once, however many readers get it. */
export function toEventMessage(record: EventRecord): EventMessage {
  const { sequence, type, ownerId, conversationId } = record;
  const data = JSON.stringify(toLoggedEvent(record));
  return {
    sequence,
    ownerId,
    conversationId,
    text: eventBlock({ type, id: sequence, data }),
  };
}
