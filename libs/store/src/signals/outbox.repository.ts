import { and, asc, eq, exists, lt, lte, not, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { outbox, tasks } from '../schema/index.ts';
import { postponeRows, removeRows } from './due-rows.ts';
import { endRun } from '../tasks/run/end-run.ts';
import { lockOpenRun } from '../tasks/run/lock-run.ts';
import type { TaskRecord } from '../tasks/task.records.ts';

/** A message about a task to deliver to Temporal. */
export interface OutboxMessage {
  readonly kind: 'start' | 'cancel';
  readonly attempt: number;
  readonly task: TaskRecord;
}

/** The outcome of a delivery: `gone` when Temporal no longer has such a run. */
export type Delivery = 'delivered' | 'gone';

/** Delivers one message to Temporal; rejects when it must be retried. */
export type DeliverMessage = (message: OutboxMessage) => Promise<Delivery>;

/** The result of a round of deliveries. */
export interface DispatchRound {
  readonly delivered: number;
  readonly failures: readonly unknown[];
}

/** The transactional outbox: a message is deleted only after Temporal has accepted it. */
export class OutboxRepository {
  constructor(private readonly db: Database) {}

  /**
   * Delivers due messages concurrently, those of one task in order. Several gateways may do this at
   * once: row locks give each message to one of them. A process that dies here loses nothing: its
   * locks are released and the messages are delivered again. Deliveries must be idempotent, which
   * Temporal's workflow ids ensure.
   * @param limit maximum number of messages to deliver
   */
  async dispatch(limit: number, deliver: DeliverMessage): Promise<DispatchRound> {
    return inTransaction(this.db, async (tx) => {
      const due = await takeDue(tx, limit);
      const outcomes = await Promise.allSettled(
        due.map(async (row) =>
          deliver({ kind: row.message.kind, attempt: row.message.attempt, task: row.task }),
        ),
      );
      return settle(tx, due, outcomes);
    });
  }
}

/** Records the outcomes of a round: one statement for delivered rows and one for failed rows. */
async function settle(
  tx: Transaction,
  due: readonly DueRow[],
  outcomes: readonly PromiseSettledResult<Delivery>[],
): Promise<DispatchRound> {
  const failures = outcomes.filter((outcome) => outcome.status === 'rejected');
  const failed = due.filter((_row, index) => outcomes[index]?.status === 'rejected');
  const settled = due.filter((row) => !failed.includes(row));
  const gone = outcomes.map(
    (outcome) => outcome.status === 'fulfilled' && outcome.value === 'gone',
  );
  await removeRows(tx, outbox, idsOf(settled));
  await postponeRows(tx, outbox, idsOf(failed));
  for (const row of due.filter((_row, index) => gone[index])) await endUnlessEnded(tx, row);
  return { delivered: settled.length, failures: failures.map(({ reason }): unknown => reason) };
}

interface DueRow {
  readonly message: typeof outbox.$inferSelect;
  readonly task: TaskRecord;
}

async function takeDue(tx: Transaction, limit: number): Promise<readonly DueRow[]> {
  const earlier = alias(outbox, 'earlier');
  const blocked = exists(
    tx
      .select({ one: sql`1` })
      .from(earlier)
      .where(and(eq(earlier.taskId, outbox.taskId), lt(earlier.id, outbox.id))),
  );
  return tx
    .select({ message: outbox, task: tasks })
    .from(outbox)
    .innerJoin(tasks, eq(tasks.id, outbox.taskId))
    .where(and(lte(outbox.dueAt, sql`now()`), not(blocked)))
    .orderBy(asc(outbox.id))
    .limit(limit)
    .for('update', { of: outbox, skipLocked: true });
}

/** Cancels the task, because no run is left that could end it. */
async function endUnlessEnded(tx: Transaction, { message, task }: DueRow): Promise<void> {
  const current = await lockOpenRun(tx, { taskId: task.id, attempt: message.attempt });
  if (current !== null) await endRun(tx, current, { state: 'cancelled' });
}

function idsOf(rows: readonly DueRow[]): readonly number[] {
  return rows.map(({ message }) => message.id);
}
