import { sql } from 'drizzle-orm';
import type { TaskRun, TaskStep, TaskWarning } from '#contracts/tasks';
import type { Database } from '../../database/database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { appendAndApply } from '../../events/append-and-apply.ts';
import { TASK_CHANNEL } from '../../feed/announce.ts';
import type { TaskRecord } from '../task.records.ts';
import { lockOpenRun } from './lock-run.ts';
import { completedEvent } from './run-events.ts';
import { startRun } from './start-run.ts';

/** How far a run is: its step, and the progress of the whole task in the unit of its type. */
export interface RunProgress {
  readonly step: TaskStep;
  readonly done: number;
  readonly total: number;
}

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
  async advance({ taskId, attempt }: TaskRun, { step, done, total }: RunProgress): Promise<void> {
    await this.db.execute(sql`
      UPDATE tasks SET step = ${step}, done = ${done}, total = ${total}, version = version + 1
      WHERE id = ${taskId} AND attempt = ${attempt} AND ended_at IS NULL
      RETURNING pg_notify(${TASK_CHANNEL}, id)`);
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
