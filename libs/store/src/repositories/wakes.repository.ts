import { and, asc, inArray, lte, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { wakes } from '../schema/index.ts';
import { postponeRows, removeRows } from './due-rows.ts';
import type { DispatchRound } from './outbox.repository.ts';
import type { Wake } from './wake.ts';

export type { Wake } from './wake.ts';

type WakeRow = typeof wakes.$inferSelect;

/** Wakes one conversation; rejects when it must be tried again. */
export type DeliverWake = (wake: Wake) => Promise<void>;

/** The part of the outbox that wakes conversations. */
export class WakesRepository {
  constructor(private readonly db: Database) {}

  /**
   * Wakes conversations that have work. All marks of one conversation become one signal, so a burst
   * costs the fewer signals the larger it is. A mark goes only once its signal was sent; one that
   * comes while the signal is under way is a row of its own and causes another.
   * @param limit most conversations to wake, those that have waited longest
   */
  async dispatch(limit: number, deliver: DeliverWake): Promise<DispatchRound> {
    return inTransaction(this.db, async (tx) => {
      const due = await takeDue(tx, limit);
      const groups = [...Map.groupBy(due, (row) => row.conversationId).values()];
      const outcomes = await Promise.allSettled(
        groups.map(async ([first]) => first && (await deliver(first))),
      );
      const withOutcome = (status: 'fulfilled' | 'rejected') =>
        groups.filter((_group, index) => outcomes[index]?.status === status);
      await removeRows(tx, wakes, idsOf(withOutcome('fulfilled')));
      await postponeRows(tx, wakes, idsOf(withOutcome('rejected')));
      const failures = outcomes.filter((outcome) => outcome.status === 'rejected');
      return {
        delivered: groups.length - failures.length,
        failures: failures.map(({ reason }): unknown => reason),
      };
    });
  }
}

/** All marks of some conversations, so that none of these is signalled again for marks left over. */
function takeDue(tx: Transaction, limit: number): Promise<WakeRow[]> {
  const isDue = lte(wakes.dueAt, sql`now()`);
  const first = tx
    .select({ conversationId: wakes.conversationId })
    .from(wakes)
    .where(isDue)
    .groupBy(wakes.conversationId)
    .orderBy(sql`min(${wakes.id})`)
    .limit(limit);
  return tx
    .select()
    .from(wakes)
    .where(and(isDue, inArray(wakes.conversationId, first)))
    .orderBy(asc(wakes.id))
    .for('update', { skipLocked: true });
}

function idsOf(groups: readonly (readonly WakeRow[])[]): readonly number[] {
  return groups.flat().map(({ id }) => id);
}
