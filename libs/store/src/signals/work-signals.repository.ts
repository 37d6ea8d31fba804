import { and, asc, lte, sql } from 'drizzle-orm';
import type { WorkSignal } from '#contracts/workflows';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { workSignals } from '../schema/index.ts';
import { postponeRows, removeRows } from './due-rows.ts';
import type { DispatchRound } from './outbox.repository.ts';

type WorkSignalRow = typeof workSignals.$inferSelect;

/** Signals one entity; rejects when it must be tried again. */
export type DeliverWorkSignal = (signal: WorkSignal) => Promise<void>;

/** The part of the outbox that says which entities have work. */
export class WorkSignalsRepository {
  constructor(private readonly db: Database) {}

  /**
   * Signals entities that have work. All rows of one entity become one signal, so the larger a burst
   * is, the fewer signals it costs. A row is removed only once its signal was sent; one that comes
   * while the signal is under way causes another.
   * @param limit most entities to signal, those that have waited longest
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

/** All rows of some entities, so that none of these is signalled again for rows left over. */
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
