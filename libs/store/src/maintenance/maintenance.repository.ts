import { and, asc, eq, gt, inArray, isNull, notExists, or, sql } from 'drizzle-orm';
import type { TaskRun } from '#contracts/tasks';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { outbox, tasks } from '../schema/index.ts';
import { lockOpenRun } from '../tasks/run/lock-run.ts';
import { retriedEvent } from '../tasks/run/run-events.ts';
import { changeRun } from '../tasks/run/start-run.ts';
import { enqueueForTemporal } from '../signals/enqueue-for-temporal.ts';
import type { TaskRecord } from '../tasks/task.records.ts';

/** Queries that find inconsistent or expired rows, and the changes that repair or remove them. */
export class MaintenanceRepository {
  constructor(private readonly db: Database) {}

  /**
   * Tasks that should have a run: running and cancelling tasks, and pending tasks without an entity
   * whose workflow would start them. Tasks with a message in the outbox are left out.
   * @param afterId last id of the previous page; `''` for the first page
   * @param limit maximum number of tasks
   */
  async tasksWithRuns(afterId: string, limit: number): Promise<readonly TaskRecord[]> {
    const waits = and(eq(tasks.state, 'pending'), isNull(tasks.entityKind));
    return this.db
      .select()
      .from(tasks)
      .where(
        and(
          gt(tasks.id, afterId),
          or(inArray(tasks.state, ['running', 'cancelling']), waits),
          notExists(
            this.db
              .select({ one: sql`1` })
              .from(outbox)
              .where(eq(outbox.taskId, tasks.id)),
          ),
        ),
      )
      .orderBy(asc(tasks.id))
      .limit(limit);
  }

  /** Stores the new run id of a task. Does nothing when the run has ended or was replaced. */
  async follow(run: TaskRun, runId: string): Promise<void> {
    await this.change(run, async (tx, task) => {
      if (task.runId !== runId && task.state !== 'pending') await changeRun(tx, task, runId);
    });
  }

  /**
   * Makes a task pending again that has no run any more. A task that had started gets a new
   * attempt, so that a leftover activity of the old one writes nothing.
   */
  async startAgain(run: TaskRun): Promise<void> {
    await this.change(run, async (tx, task) => {
      const hadStarted = task.state !== 'pending';
      if (hadStarted) await appendAndApply(tx, [retriedEvent(task)]);
      const attempt = hadStarted ? task.attempt + 1 : task.attempt;
      await enqueueForTemporal(tx, { ...task, attempt });
    });
  }

  /** Enqueues the cancellation of a cancelling task for Temporal again. */
  async cancelAgain(run: TaskRun): Promise<void> {
    await this.change(run, async (tx, task) => {
      if (task.state !== 'cancelling') return;
      await tx.insert(outbox).values({ kind: 'cancel', taskId: task.id, attempt: task.attempt });
    });
  }

  /**
   * Removes old idempotency keys and old daily usage.
   * @returns how many rows were removed
   */
  async removeExpired(keysKeptDays: number, usageKeptDays: number): Promise<number> {
    const keys = await this.db.execute(sql`
      DELETE FROM idempotency_keys WHERE created_at < now() - ${keysKeptDays} * interval '1 day'`);
    const usage = await this.db.execute(sql`
      DELETE FROM owner_usage WHERE day < (now() AT TIME ZONE 'UTC')::date - ${usageKeptDays}::int`);
    return (keys.rowCount ?? 0) + (usage.rowCount ?? 0);
  }

  private async change(
    run: TaskRun,
    work: (tx: Transaction, task: TaskRecord) => Promise<void>,
  ): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      const task = await lockOpenRun(tx, run);
      if (task !== null) await work(tx, task);
    });
  }
}
