import { eq } from 'drizzle-orm';
import type { ImportFormat } from '#contracts/model';
import type { TaskRun, TaskWarning } from '#contracts/tasks';
import type { Database } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { imports } from '../schema/index.ts';
import { lockCompletingRun } from '../tasks/run/lock-run.ts';
import { completedEvent } from '../tasks/run/run-events.ts';
import type { ImportResult } from './import.records.ts';

/** The runs of the tasks that import files. */
export class ImportRunsRepository {
  constructor(private readonly db: Database) {}

  /** Notes what a file was found to be. */
  async found({ taskId }: TaskRun, format: ImportFormat): Promise<void> {
    await this.db.update(imports).set({ format }).where(eq(imports.taskId, taskId));
  }

  /**
   * Shows what an import has made and completes its task, together. What was imported before a
   * cancellation stays.
   * @returns `false` when there is nothing to complete
   */
  async complete(
    run: TaskRun,
    result: ImportResult,
    warnings: readonly TaskWarning[],
  ): Promise<boolean> {
    return inTransaction(this.db, async (tx) => {
      const task = await lockCompletingRun(tx, run);
      if (task === null) return false;
      await tx.update(imports).set({ result }).where(eq(imports.taskId, task.id));
      await appendAndApply(tx, [completedEvent(task, warnings)]);
      return true;
    });
  }
}
