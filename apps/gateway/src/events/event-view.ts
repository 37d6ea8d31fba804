import type { LoggedEvent } from '#contracts/api';
import type { EventRecord } from '#store';
import { eventBlock } from '../http/event-stream/event-block.ts';

/** A block of the event stream, with the owner and conversation that filters match. */
export interface Message {
  readonly ownerId: string;
  readonly conversationId: string | null;
  /** Block as it is sent to readers. */
  readonly text: string;
}

/** An event of the log as a block of the event stream. */
export interface EventMessage extends Message {
  readonly sequence: number;
}

/** An event as the API shows it. */
export function toLoggedEvent(record: EventRecord): LoggedEvent {
  const { sequence, type, ownerId, conversationId, taskId, data, createdAt } = record;
  const at = createdAt.toISOString();
  return { sequence, type, ownerId, conversationId, taskId, data: { ...data }, createdAt: at };
}

/** Serialises an event once for all readers. */
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
