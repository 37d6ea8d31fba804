import { eq, sql } from 'drizzle-orm';
import type { ImportFormat, ImportRecording } from '#contracts/model';
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

  /** Notes the recordings of transcripts. What an earlier try has found out about them stays. */
  async listed({ taskId }: TaskRun, recordings: readonly ImportRecording[]): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      const ofTask = eq(imports.taskId, taskId);
      const [present] = await tx.select().from(imports).where(ofTask).for('update');
      const known = new Map(present?.recordings.map((each) => [keyOf(each), each]));
      const merged = recordings.map((each) => known.get(keyOf(each)) ?? each);
      await tx.update(imports).set({ recordings: merged }).where(ofTask);
    });
  }

  /** Notes what recordings were found to be, or why they could not be opened. */
  async probed({ taskId }: TaskRun, recordings: readonly ImportRecording[]): Promise<void> {
    const found = Object.fromEntries(
      recordings.map(({ path, probe, errorCode }) => [path, { probe, errorCode }]),
    );
    await this.db.execute(sql`
      UPDATE imports SET recordings = (
        SELECT jsonb_agg(
          each || coalesce(${JSON.stringify(found)}::jsonb -> (each->>'path'), '{}') ORDER BY place)
        FROM jsonb_array_elements(recordings) WITH ORDINALITY AS listed(each, place))
      WHERE task_id = ${taskId} AND recordings <> '[]'::jsonb`);
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

/** The same bytes at the same place. */
function keyOf({ path, sha256 }: ImportRecording): string {
  return `${sha256} ${path}`;
}
