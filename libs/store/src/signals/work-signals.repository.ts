import { and, asc, lte, sql } from 'drizzle-orm';
import type { WorkSignal } from '#contracts/workflows';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { workSignals } from '../schema/index.ts';
import { postponeRows, removeRows } from './due-rows.ts';
import type { DispatchRound } from './outbox.repository.ts';

type WorkSignalRow = typeof workSignals.$inferSelect;

/** Signals one entity; rejects when it must be retried. */
export type DeliverWorkSignal = (signal: WorkSignal) => Promise<void>;

/** The outbox of work signals. */
export class WorkSignalsRepository {
  constructor(private readonly db: Database) {}

  /**
   * Signals entities that have work. All due rows of one entity become one signal, so a burst costs
   * few signals. A row is deleted only after its signal was sent. A row that is added during the
   * call causes another signal.
   * @param limit maximum number of entities to signal; the longest waiting come first
   */
  async dispatch(limit: number, deliver: DeliverWorkSignal): Promise<DispatchRound> {
    return inTransaction(this.db, async (tx) => {
      const due = await takeDue(tx, limit);
      const groups = [...Map.groupBy(due, entityKey).values()];
      const outcomes = await Promise.allSettled(
        groups.map(async ([first]) => first && (await deliver(toSignal(first)))),
      );
      const withOutcome = (status: 'fulfilled' | 'rejected') =>
        groups.filter((_group, index) => outcomes[index]?.status === status);
      await removeRows(tx, workSignals, idsOf(withOutcome('fulfilled')));
      await postponeRows(tx, workSignals, idsOf(withOutcome('rejected')));
      const failures = outcomes.filter((outcome) => outcome.status === 'rejected');
      return {
        delivered: groups.length - failures.length,
        failures: failures.map(({ reason }): unknown => reason),
      };
    });
  }
}

/** Takes all due rows of the selected entities, so that no row is left for a second signal. */
function takeDue(tx: Transaction, limit: number): Promise<WorkSignalRow[]> {
  const { entityKind, entityId, id } = workSignals;
  const isDue = lte(workSignals.dueAt, sql`now()`);
  const first = tx
    .select({ entityKind, entityId })
    .from(workSignals)
    .where(isDue)
    .groupBy(entityKind, entityId)
    .orderBy(sql`min(${id})`)
    .limit(limit);
  return tx
    .select()
    .from(workSignals)
    .where(and(isDue, sql`(${entityKind}, ${entityId}) IN (${first})`))
    .orderBy(asc(id))
    .for('update', { skipLocked: true });
}

function entityKey({ entityKind, entityId }: WorkSignalRow): string {
  return `${entityKind}:${entityId}`;
}

function toSignal({ entityKind, entityId, ownerId }: WorkSignalRow): WorkSignal {
  return { kind: entityKind, id: entityId, ownerId };
}

function idsOf(groups: readonly (readonly WorkSignalRow[])[]): readonly number[] {
  return groups.flat().map(({ id }) => id);
}
