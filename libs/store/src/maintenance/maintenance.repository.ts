import { and, asc, eq, gt, inArray, isNull, notExists, or, sql } from 'drizzle-orm';
import type { TaskRun } from '#contracts/tasks';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { outbox, tasks } from '../schema/index.ts';
import { lockOpenRun } from '../tasks/run/lock-run.ts';
import { runEvent } from '../tasks/run/run-events.ts';
import { changeRun } from '../tasks/run/start-run.ts';
import { enqueueForTemporal } from '../signals/enqueue-for-temporal.ts';
import type { TaskRecord } from '../tasks/task.records.ts';

/** What is looked through to find whatever was forgotten, and how it is put right. */
export class MaintenanceRepository {
  constructor(private readonly db: Database) {}

  /**
   * Tasks that a run should be working on: those that run or are to end, and those that wait but
   * belong to no entity whose workflow would start them. What the outbox still holds is left out.
   * @param afterId the last one of the page before; `''` for the first page
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

  /** The run of a task goes on under another id. Does nothing when the task has changed meanwhile. */
  async follow(run: TaskRun, runId: string): Promise<void> {
    await this.change(run, async (tx, task) => {
      if (task.runId !== runId && task.state !== 'pending') await changeRun(tx, task, runId);
    });
  }

  /**
   * Nobody works on a task any more: it waits again. One that had begun gets a new attempt, so that
   * whatever may be left of the old one writes nothing.
   */
  async startAgain(run: TaskRun): Promise<void> {
    await this.change(run, async (tx, task) => {
      const attempt = task.state === 'pending' ? task.attempt : task.attempt + 1;
      const type = 'task_retried';
      const retried = {
        ...runEvent({ ...task, attempt }, type),
        type,
        data: { attempt },
      } as const;
      if (attempt !== task.attempt) await appendAndApply(tx, [retried]);
      await enqueueForTemporal(tx, { ...task, attempt });
    });
  }

  /** Leaves for Temporal once more that a task is to end. */
  async cancelAgain(run: TaskRun): Promise<void> {
    await this.change(run, async (tx, task) => {
      if (task.state !== 'cancelling') return;
      await tx.insert(outbox).values({ kind: 'cancel', taskId: task.id, attempt: task.attempt });
    });
  }

  /**
   * Forgets requests whose keys nobody sends again, and what owners brought on days gone by.
   * @returns how many rows went
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
