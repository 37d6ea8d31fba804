import { and, asc, eq, lte, or, sql, type SQL } from 'drizzle-orm';
import type { TaskRun } from '#contracts/tasks';
import { noteUnusedBlobs } from '../blobs/note-unused-blobs.ts';
import type { Database, Transaction } from '../database/database.ts';
import { dropAnswersOf } from '../engine-answers/drop-answers.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { removeReportsOf } from '../reports/remove-reports.ts';
import { binItems, binRows, unusedBlobs } from '../schema/index.ts';
import { lockInstallationWork } from '../tasks/lock-installation-work.ts';
import { lockOpenRun } from '../tasks/run/lock-run.ts';
import { completedEvent } from '../tasks/run/run-events.ts';
import { binEvent } from './bin-event.ts';

/** Removes what is in the bin for good. */
export class BinPurgeRepository {
  constructor(private readonly db: Database) {}

  /** Number of items that are due. @param deletedBefore end of the time in which one can restore */
  async countDue(deletedBefore: Date): Promise<number> {
    return this.db.$count(binItems, isDue(deletedBefore));
  }

  /** Ids of items that are due, those first that were deleted first. */
  async due(deletedBefore: Date, limit: number): Promise<readonly string[]> {
    const rows = await this.db
      .select({ id: binItems.id })
      .from(binItems)
      .where(isDue(deletedBefore))
      .orderBy(asc(binItems.deletedAt), asc(binItems.id))
      .limit(limit);
    return rows.map(({ id }) => id);
  }

  /**
   * Removes an item with all its rows, and notes the bytes that they referred to.
   * @returns `false` when it is not there or not due any more, because it was restored meanwhile
   */
  async purge(id: string, deletedBefore: Date): Promise<boolean> {
    return inTransaction(this.db, async (tx) => {
      const ofItem = and(eq(binItems.id, id), isDue(deletedBefore));
      const [item] = await tx.select().from(binItems).where(ofItem).for('update');
      if (!item) return false;
      await removeRows(tx, id);
      await removeReportsOf(tx, id);
      await tx.delete(binItems).where(eq(binItems.id, id));
      await appendAndApply(tx, [binEvent('conversation_purged', item)]);
      return true;
    });
  }

  /**
   * Completes the task of a clean-up, unless there is more to do: what was asked for meanwhile has
   * joined this task.
   * @returns whether the run has ended
   */
  async complete(run: TaskRun, deletedBefore: Date): Promise<boolean> {
    return inTransaction(this.db, async (tx) => {
      await lockInstallationWork(tx, 'clean_up');
      const left = await tx.$count(binItems, isDue(deletedBefore));
      if (left + (await tx.$count(unusedBlobs)) > 0) return false;
      const task = await lockOpenRun(tx, run);
      if (task !== null) await appendAndApply(tx, [completedEvent(task, [])]);
      return true;
    });
  }
}

async function removeRows(tx: Transaction, id: string): Promise<void> {
  await noteUnusedBlobs(
    tx,
    sql`SELECT DISTINCT row->>'sha256' FROM bin_rows WHERE item_id = ${id} AND table_name = 'clips'`,
  );
  await dropAnswersOf(
    tx,
    sql`SELECT ${id} UNION ALL
      SELECT row->>'id' FROM bin_rows WHERE item_id = ${id} AND table_name = 'tasks'`,
  );
  await tx.delete(binRows).where(eq(binRows.itemId, id));
}

function isDue(deletedBefore: Date): SQL | undefined {
  return or(binItems.permanent, lte(binItems.deletedAt, deletedBefore));
}
