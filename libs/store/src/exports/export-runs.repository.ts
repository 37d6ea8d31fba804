import { eq } from 'drizzle-orm';
import type { TaskRun, TaskWarning } from '#contracts/tasks';
import type { Database } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { exports } from '../schema/index.ts';
import { endRun } from '../tasks/run/end-run.ts';
import { lockCompletingRun } from '../tasks/run/lock-run.ts';
import { completedEvent } from '../tasks/run/run-events.ts';
import type { ExportFile } from './export.records.ts';

/** The runs of the tasks that make exports. */
export class ExportRunsRepository {
  constructor(private readonly db: Database) {}

  /**
   * Shows the file of an export and completes its task, together. When the export was removed
   * meanwhile, its task ends as cancelled.
   * @returns `false` when there is nothing to complete; then the file is not needed
   */
  async complete(
    run: TaskRun,
    file: ExportFile,
    warnings: readonly TaskWarning[],
  ): Promise<boolean> {
    return inTransaction(this.db, async (tx) => {
      const task = await lockCompletingRun(tx, run);
      if (task === null) return false;
      const { rowCount } = await tx.update(exports).set(file).where(eq(exports.taskId, task.id));
      if (rowCount === 0) await endRun(tx, task, { state: 'cancelled' });
      else await appendAndApply(tx, [completedEvent(task, warnings)]);
      return rowCount !== 0;
    });
  }
}
