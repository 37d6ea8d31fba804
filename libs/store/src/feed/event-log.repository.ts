import { and, asc, eq, gt, lte, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { EVENT_COLUMNS, type EventRecord } from '../events/event-record.ts';
import { events } from '../schema/index.ts';

export type { EventRecord } from '../events/event-record.ts';

/** Restricts events to an owner, a conversation, or both. Omitted fields do not restrict. */
export interface EventFilter {
  readonly ownerId?: string | undefined;
  readonly conversationId?: string | undefined;
}

/** A range of the log: sequences greater than `after`, up to and including `upTo`. */
export interface EventRange {
  readonly after: number;
  readonly upTo: number;
  /** Maximum number of events to read. */
  readonly limit: number;
}

/** Reads the event log, and the transaction ids that show which part of it is settled. */
export class EventLogRepository {
  constructor(private readonly db: Database) {}

  /** Events of a range of the log, oldest first. */
  async read(range: EventRange, filter: EventFilter = {}): Promise<readonly EventRecord[]> {
    const { ownerId, conversationId } = filter;
    return this.db
      .select(EVENT_COLUMNS)
      .from(events)
      .where(
        and(
          gt(events.sequence, range.after),
          lte(events.sequence, range.upTo),
          ownerId === undefined ? undefined : eq(events.ownerId, ownerId),
          conversationId === undefined ? undefined : eq(events.conversationId, conversationId),
        ),
      )
      .orderBy(asc(events.sequence))
      .limit(range.limit);
  }

  /** When the first event was stored; `null` while there is none. */
  async firstAt(): Promise<Date | null> {
    const [first] = await this.db
      .select({ createdAt: events.createdAt })
      .from(events)
      .orderBy(asc(events.sequence))
      .limit(1);
    return first?.createdAt ?? null;
  }

  /** The highest sequence assigned so far, whether its event is committed or not; 0 for none. */
  async lastSequence(): Promise<number> {
    return Number(
      await this.one(
        sql`SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS n FROM events_sequence_seq`,
      ),
    );
  }

  /** A new transaction id, which is higher than that of every transaction that already has one. */
  async nextTransaction(): Promise<bigint> {
    return BigInt(await this.one(sql`SELECT pg_current_xact_id()::text AS n`));
  }

  /**
   * A transaction id below which every transaction has ended.
   *
   * PostgreSQL ignores ids above the highest one that has ended. So compare the result only with an
   * id that has ended: one from {@link nextTransaction}, never `pg_snapshot_xmax`.
   */
  async oldestRunning(): Promise<bigint> {
    return BigInt(await this.one(sql`SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS n`));
  }

  /** The number in the only row of a result. 64-bit numbers arrive as text. */
  private async one(query: SQL): Promise<string> {
    const { rows } = await this.db.execute<{ n: string }>(query);
    return rows[0]?.n ?? '0';
  }
}
