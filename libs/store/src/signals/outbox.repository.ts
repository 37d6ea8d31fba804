import { and, asc, eq, exists, lt, lte, not, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { outbox, tasks } from '../schema/index.ts';
import { endRun } from '../tasks/run/end-run.ts';
import { lockOpenRun } from '../tasks/run/lock-run.ts';
import type { TaskRecord } from '../tasks/task.records.ts';
import { deliverClaimed, type DispatchRound, type EndedDelivery } from './deliver-claimed.ts';
import {
  claimOf,
  postponeLeased,
  removeLeased,
  removeLeasedIn,
  WITHOUT_FLUSH,
  type Lease,
} from './leases.ts';

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

interface ClaimedMessage extends OutboxMessage {
  readonly lease: Lease;
}

/** The task of a message, which may be in the bin by now. */
const TASK_OF_DUE = sql`LATERAL (
  SELECT tasks.* FROM tasks WHERE due.binned_task IS NULL AND tasks.id = due.task_id
  UNION ALL SELECT binned.* FROM jsonb_populate_record(NULL::tasks, due.binned_task) AS binned
  WHERE due.binned_task IS NOT NULL
) AS tasks`;

/** The transactional outbox: a message is deleted only after Temporal has accepted it. */
export class OutboxRepository {
  constructor(private readonly db: Database) {}

  /**
   * Delivers due messages concurrently, those of one task in order. Several gateways may do this at
   * once: a lease gives each message to one of them, and no transaction is open during a delivery.
   * A process that dies here loses nothing: when its leases end, the messages are delivered again.
   * Deliveries must be idempotent, which Temporal's workflow ids ensure.
   * @param limit maximum number of messages to deliver
   * @throws when the database is away; messages that were delivered may be delivered again
   */
  async dispatch(limit: number, deliver: DeliverMessage): Promise<DispatchRound> {
    const claimed = await this.claim(limit);
    return deliverClaimed(
      claimed,
      ({ kind, attempt, task }) => deliver({ kind, attempt, task }),
      (ended) => this.settle(ended),
    );
  }

  /** Claims the oldest due messages; one whose task has an earlier message waits for that one. */
  private async claim(limit: number): Promise<readonly ClaimedMessage[]> {
    const earlier = alias(outbox, 'earlier');
    const blocked = exists(
      this.db
        .select({ one: sql`1` })
        .from(earlier)
        .where(and(eq(earlier.taskId, outbox.taskId), lt(earlier.id, outbox.id))),
    );
    const due = this.db.$with('due').as(
      this.db
        .select({ id: outbox.id, taskId: outbox.taskId, binnedTask: outbox.binnedTask })
        .from(outbox)
        .where(and(lte(outbox.dueAt, sql`now()`), not(blocked)))
        .orderBy(asc(outbox.id))
        .limit(limit)
        .for('update', { skipLocked: true }),
    );
    const rows = await this.db
      .with(due)
      .update(outbox)
      .set(claimOf(outbox))
      .from(due)
      .innerJoin(TASK_OF_DUE, sql`true`)
      .where(eq(outbox.id, due.id))
      .returning({ message: outbox, task: tasks, flush: WITHOUT_FLUSH });
    return rows
      .map(({ message: { id, tries, kind, attempt }, task }) => {
        return { lease: { id, tries }, kind, attempt, task };
      })
      .sort((one, other) => one.lease.id - other.lease.id);
  }

  private async settle(ended: readonly EndedDelivery<ClaimedMessage, Delivery>[]): Promise<void> {
    const withResult = (result: Delivery | null) =>
      ended.filter(({ outcome }) => resultOf(outcome) === result).map(({ row }) => row);
    await removeLeased(this.db, outbox, withResult('delivered').map(leaseOf));
    await postponeLeased(this.db, outbox, withResult(null).map(leaseOf));
    // One transaction each: two of them would wait for each other's tasks and conversations.
    for (const message of withResult('gone')) await this.endTask(message);
  }

  /** Cancels the task of a message unless it has ended, because no run is left to end it. */
  private async endTask({ lease, task, attempt }: ClaimedMessage): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      const current = await lockOpenRun(tx, { taskId: task.id, attempt });
      if (current !== null) await endRun(tx, current, { state: 'cancelled' });
      await removeLeasedIn(tx, outbox, lease);
    });
  }
}

/** @returns `null` for a failed delivery */
function resultOf(outcome: PromiseSettledResult<Delivery>): Delivery | null {
  return outcome.status === 'fulfilled' ? outcome.value : null;
}

function leaseOf({ lease }: ClaimedMessage): Lease {
  return lease;
}
