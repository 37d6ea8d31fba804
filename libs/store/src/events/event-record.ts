import { events } from '../schema/index.ts';

/** A stored event. Its idempotency key is for whoever stores it, and for nobody else. */
export type EventRecord = Omit<typeof events.$inferSelect, 'idempotencyKey'>;

/** The columns of an {@link EventRecord}. */
export const EVENT_COLUMNS = {
  sequence: events.sequence,
  type: events.type,
  ownerId: events.ownerId,
  conversationId: events.conversationId,
  taskId: events.taskId,
  data: events.data,
  createdAt: events.createdAt,
};
