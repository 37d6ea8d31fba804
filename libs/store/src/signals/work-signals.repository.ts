import { sql } from 'drizzle-orm';
import type { EntityKind, WorkSignal } from '#contracts/workflows';
import type { Database } from '../database/database.ts';
import { workSignals } from '../schema/index.ts';
import { deliverClaimed, type DispatchRound, type EndedDelivery } from './deliver-claimed.ts';
import { claimOf, postponeLeased, removeLeased, WITHOUT_FLUSH, type Lease } from './leases.ts';

/** Signals one entity; rejects when it must be retried. */
export type DeliverWorkSignal = (signal: WorkSignal) => Promise<void>;

interface ClaimedSignal {
  readonly lease: Lease;
  readonly signal: WorkSignal;
}

/** The outbox of work signals. */
export class WorkSignalsRepository {
  constructor(private readonly db: Database) {}

  /**
   * Signals entities that have work. All due rows of one entity become one signal, so a burst costs
   * few signals. A row is deleted only after its signal was sent, and stays leased until then. A
   * row that is added during the call causes another signal.
   * @param limit maximum number of entities to signal; the longest waiting come first
   * @throws when the database is away; signals that were sent may be sent again
   */
  async dispatch(limit: number, deliver: DeliverWorkSignal): Promise<DispatchRound> {
    const claimed = await this.claim(limit);
    return deliverClaimed(
      claimed,
      ({ signal }) => deliver(signal),
      (ended) => this.settle(ended),
    );
  }

  /**
   * Claims the oldest due row of each selected entity, and deletes its other due rows: they say the
   * same, and the claimed row stays until its signal was sent.
   */
  private async claim(limit: number): Promise<readonly ClaimedSignal[]> {
    const { tries, dueAt } = claimOf(workSignals);
    const { rows } = await this.db.execute<{
      id: string;
      tries: number;
      kind: EntityKind;
      entityId: string;
      ownerId: string;
    }>(sql`
      WITH selected AS (
        SELECT entity_kind, entity_id FROM work_signals WHERE due_at <= now()
        GROUP BY entity_kind, entity_id ORDER BY min(id) LIMIT ${limit}
      ), due AS (
        SELECT id, entity_kind, entity_id FROM work_signals
        WHERE due_at <= now() AND (entity_kind, entity_id) IN (SELECT * FROM selected)
        FOR UPDATE SKIP LOCKED
      ), oldest AS (
        SELECT min(id) AS id FROM due GROUP BY entity_kind, entity_id
      ), removed AS (
        DELETE FROM work_signals USING due
        WHERE work_signals.id = due.id AND due.id NOT IN (SELECT id FROM oldest)
      )
      UPDATE work_signals SET tries = ${tries}, due_at = ${dueAt} FROM oldest
      WHERE work_signals.id = oldest.id
      RETURNING work_signals.id, tries, entity_kind AS kind, entity_id AS "entityId",
                owner_id AS "ownerId", ${WITHOUT_FLUSH} AS flush`);
    return rows
      .map(({ id, tries, kind, entityId, ownerId }) => ({
        lease: { id: Number(id), tries },
        signal: { kind, id: entityId, ownerId },
      }))
      .sort((one, other) => one.lease.id - other.lease.id);
  }

  private async settle(ended: readonly EndedDelivery<ClaimedSignal, void>[]): Promise<void> {
    const withStatus = (status: 'fulfilled' | 'rejected') =>
      ended.filter(({ outcome }) => outcome.status === status).map(({ row }) => row.lease);
    await removeLeased(this.db, workSignals, withStatus('fulfilled'));
    await postponeLeased(this.db, workSignals, withStatus('rejected'));
  }
}
