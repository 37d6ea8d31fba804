import { asc, eq, getTableColumns, lte, or, sql, type SQL } from 'drizzle-orm';
import type { TaskRun } from '#contracts/tasks';
import { noteUnusedBlobs } from '../blobs/note-unused-blobs.ts';
import type { Database, Transaction } from '../database/database.ts';
import { dropAnswersOf } from '../engine-answers/drop-answers.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { binItems, binRows, unusedBlobs } from '../schema/index.ts';
import { WITHOUT_FLUSH } from '../signals/leases.ts';
import { lockInstallationWork } from '../tasks/lock-installation-work.ts';
import { lockOpenRun } from '../tasks/run/lock-run.ts';
import { completedEvent } from '../tasks/run/run-events.ts';
import type { BinItemRecord } from './bin-item.records.ts';
import { keyOf } from './bin.repository.ts';
import { BIN_KIND_RULES } from './kinds/bin-kinds.ts';

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
   * Removes an item with all its rows, and those items that belong to it. Notes the bytes that they
   * referred to. It does not wait for the disk: a purge that a crash of the database undoes is due again,
   * and bytes go only after a later commit that has waited.
   * @returns `false` when it is not there or not due any more, because it was restored meanwhile
   */
  async purge(id: string, deletedBefore: Date): Promise<boolean> {
    return inTransaction(this.db, async (tx) => {
      const locked = await lockWithOthers(tx, id, deletedBefore);
      const item = locked.find((each) => each.id === id);
      if (!item?.due) return false;
      const parts = locked.filter(({ isPart }) => isPart);
      for (const each of [...parts, item]) await purgeItem(tx, each);
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

/**
 * Locks an item, what belongs to it, and the projects of its owner, whose reports may have been
 * computed from it; in the order of the ids, like a restore.
 */
async function lockWithOthers(tx: Transaction, id: string, deletedBefore: Date) {
  const isPart = partOf(id);
  return tx
    .select({
      ...getTableColumns(binItems),
      due: sql<boolean>`${isDue(deletedBefore)}`,
      isPart: sql<boolean>`coalesce(${isPart}, false)`,
      flush: WITHOUT_FLUSH,
    })
    .from(binItems)
    .where(
      // Each by its index: with OR, every purge would read all items.
      sql`id IN (
        SELECT ${id} UNION SELECT id FROM bin_items WHERE belongs_to = ${id}
        UNION SELECT id FROM bin_items WHERE exchange_id IN (${exchangesOf(id)})
        UNION SELECT id FROM bin_items WHERE kind = 'project' AND owner_id = (
          SELECT owner_id FROM bin_items AS purged WHERE purged.id = ${id}))`,
    )
    .orderBy(asc(binItems.id))
    .for('update');
}

/** Whether an item cannot be restored without another one. */
function partOf(id: string): SQL {
  return sql`(belongs_to = ${id} OR exchange_id IN (${exchangesOf(id)}))`;
}

function exchangesOf(id: string): SQL {
  return sql`SELECT row->>'id' FROM bin_rows WHERE item_id = ${id} AND table_name = 'exchanges'`;
}

async function purgeItem(tx: Transaction, item: BinItemRecord): Promise<void> {
  const { kind, id } = item;
  const { event, onPurged } = BIN_KIND_RULES[kind];
  const purged = await event('purged', item, keyOf('purged', item), tx);
  await onPurged?.(tx, item);
  await removeRows(tx, id);
  await tx.delete(binItems).where(eq(binItems.id, id));
  await appendAndApply(tx, [purged]);
}

async function removeRows(tx: Transaction, id: string): Promise<void> {
  await noteUnusedBlobs(
    tx,
    sql`SELECT DISTINCT row->>'sha256' FROM bin_rows
      WHERE item_id = ${id} AND table_name IN ('clips', 'documents')`,
  );
  await dropAnswersOf(
    tx,
    sql`SELECT ${id} UNION ALL SELECT row->>'id' FROM bin_rows
      WHERE item_id = ${id} AND table_name IN ('tasks', 'memories', 'documents')`,
  );
  await tx.delete(binRows).where(eq(binRows.itemId, id));
}

function isDue(deletedBefore: Date): SQL | undefined {
  return or(binItems.permanent, lte(binItems.deletedAt, deletedBefore));
}
