import { and, asc, gt, lte, type SQL } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import type { NewEvent } from '../events/domain-events.ts';
import { events } from '../schema/index.ts';

type WithoutKey<Event> = Event extends NewEvent ? Omit<Event, 'idempotencyKey'> : never;

/** An event as it was stored; its type says what its data is. */
export type StoredEvent = WithoutKey<NewEvent> & {
  /** Number of the event. */
  readonly sequence: number;
  readonly createdAt: Date;
};

const PAGE_SIZE = 1_000;

const COLUMNS = {
  sequence: events.sequence,
  type: events.type,
  ownerId: events.ownerId,
  conversationId: events.conversationId,
  taskId: events.taskId,
  data: events.data,
  createdAt: events.createdAt,
};

/**
 * Reads events in the order of their numbers, page by page.
 * @param after number of the last event before them
 * @param upTo number of the last one; by default of the last that the transaction sees
 */
export async function* storedEvents(
  tx: Transaction,
  after: number,
  { upTo, where }: { readonly upTo?: number | undefined; readonly where?: SQL | undefined } = {},
): AsyncGenerator<readonly StoredEvent[]> {
  for (let last = after; ;) {
    const page = await tx
      .select(COLUMNS)
      .from(events)
      .where(
        and(
          gt(events.sequence, last),
          upTo === undefined ? undefined : lte(events.sequence, upTo),
          where,
        ),
      )
      .orderBy(asc(events.sequence))
      .limit(PAGE_SIZE);
    // `appendAndApply` stores nothing but these events, whose type and data belong together.
    if (page.length > 0) yield page as readonly StoredEvent[];
    const end = page.length < PAGE_SIZE ? undefined : page.at(-1);
    if (end === undefined) return;
    last = end.sequence;
  }
}
