import { and, asc, eq, gt, lte, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { events } from '../schema/index.ts';

/** A stored event. */
export type EventRecord = Omit<typeof events.$inferSelect, 'idempotencyKey'>;

/** Whose events, and of which conversation; all when nothing is said. */
export interface EventFilter {
  readonly ownerId?: string | undefined;
  readonly conversationId?: string | undefined;
}

/** A part of the log: sequences over `after` up to and with `upTo`. */
export interface EventRange {
  readonly after: number;
  readonly upTo: number;
  /** Most events to read. */
  readonly limit: number;
}

const COLUMNS = {
  sequence: events.sequence,
  type: events.type,
  ownerId: events.ownerId,
  conversationId: events.conversationId,
  taskId: events.taskId,
  data: events.data,
  createdAt: events.createdAt,
};

/** Reads the log of events, and what tells which part of it is settled. */
export class EventLogRepository {
  constructor(private readonly db: Database) {}

  /** Events of a part of the log, the oldest first. */
  async read(range: EventRange, filter: EventFilter = {}): Promise<readonly EventRecord[]> {
    const { ownerId, conversationId } = filter;
    return this.db
      .select(COLUMNS)
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

  /** The highest sequence that was given so far, be its event committed or not; 0 for none. */
  async lastSequence(): Promise<number> {
    return Number(
      await this.one(
        sql`SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS n FROM events_sequence_seq`,
      ),
    );
  }

  /** A transaction id that is higher than that of every transaction that has one by now. */
  async nextTransaction(): Promise<bigint> {
    return BigInt(await this.one(sql`SELECT pg_current_xact_id()::text AS n`));
  }

  /**
   * A transaction id below which every transaction has come to its end.
   *
   * Ids above the highest one that has ended are left out of account by PostgreSQL, so compare it
   * only with an id that has ended: one of {@link nextTransaction}, never `pg_snapshot_xmax`.
   */
  async oldestRunning(): Promise<bigint> {
    return BigInt(await this.one(sql`SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS n`));
  }

  /** The number in the one row of a result; numbers of 64 bits come as text. */
  private async one(query: SQL): Promise<string> {
    const { rows } = await this.db.execute<{ n: string }>(query);
    return rows[0]?.n ?? '0';
  }
}
