import { eq, sql } from 'drizzle-orm';
import type { TaskRun } from '#contracts/tasks';
import type { Database } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { gardens } from '../schema/index.ts';
import { lockOpenRun } from '../tasks/run/lock-run.ts';
import { completedEvent } from '../tasks/run/run-events.ts';
import { startRun } from '../tasks/run/start-run.ts';

/** Reads and writes of watering tasks. */
export class GardensRepository {
  constructor(private readonly db: Database) {}

  /** Records that a run has started. @returns `false` when there is no work to do */
  async start(run: TaskRun, runId: string): Promise<boolean> {
    return inTransaction(this.db, async (tx) => (await startRun(tx, run, runId)) !== null);
  }

  /** Waters the garden of a task, and completes the task. */
  async water(run: TaskRun, litres: number): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      const task = await lockOpenRun(tx, run);
      if (task === null) return;
      await tx
        .update(gardens)
        .set({ litres: sql`${gardens.litres} + ${litres}` })
        .where(eq(gardens.id, task.entityId ?? ''));
      await appendAndApply(tx, [completedEvent(task, [])]);
    });
  }
}
