import type { TaskRun, TaskWarning } from '#contracts/tasks';
import type { Database } from '../../database/database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { appendAndApply } from '../../events/append-and-apply.ts';
import type { TaskRecord } from '../task.records.ts';
import { advanceRun, type RunProgress } from './advance-run.ts';
import { lockOpenRun } from './lock-run.ts';
import { completedEvent } from './run-events.ts';
import { startRun } from './start-run.ts';

/** The runs of tasks that work on all data and whose results are files. */
export class InstallationRunsRepository {
  constructor(private readonly db: Database) {}

  /**
   * Marks a run as started.
   * @returns `null` when there is nothing to do, because this run has ended or was replaced
   */
  async start(run: TaskRun, runId: string): Promise<TaskRecord | null> {
    return inTransaction(this.db, (tx) => startRun(tx, run, runId));
  }

  /** Stores how far a run is. Does nothing when it has ended or was replaced. */
  async advance(run: TaskRun, progress: RunProgress): Promise<void> {
    await advanceRun(this.db, run, progress);
  }

  /**
   * Completes a task whose result is there: a published backup, a restored database. A request to
   * cancel it came too late, and to call it cancelled would not be true.
   * @returns `false` when the run has already ended or was replaced
   */
  async complete(run: TaskRun, warnings: readonly TaskWarning[]): Promise<boolean> {
    return inTransaction(this.db, async (tx) => {
      const task = await lockOpenRun(tx, run);
      if (task === null) return false;
      await appendAndApply(tx, [completedEvent(task, warnings)]);
      return true;
    });
  }
}
