import { and, eq, inArray, not } from 'drizzle-orm';
import { ulid } from 'ulid';
import { AppError } from '#platform';
import type { Database, Transaction } from '../database/database.ts';
import type { Page } from '../database/page.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { binItems, tasks } from '../schema/index.ts';
import { requestInstallationTask } from '../tasks/requests/installation-tasks.repository.ts';
import type { TaskRecord } from '../tasks/task.records.ts';
import type { BinItemRecord, BinRef, Deletable, Deletion } from './bin-item.records.ts';
import { IS_SHOWN, listBin, type BinQuery } from './list-bin.ts';
import type { RestoreTerms } from './kinds/bin-kind.port.ts';
import { BIN_KIND_RULES } from './kinds/bin-kinds.ts';
import { keepMemories } from './keep-memories.ts';
import { moveBack, moveToBin } from './move-rows.ts';
import { lockTasks, resumeTasks } from './stop-work.ts';

export type { BinItemRecord, BinRef } from './bin-item.records.ts';
export type { BinQuery } from './list-bin.ts';

/**
 * What was deleted and can be restored. The rows of what was deleted are moved out of their tables,
 * so no query of any table can return them.
 */
export class BinRepository {
  constructor(
    private readonly db: Database,
    private readonly terms: RestoreTerms,
  ) {}

  /**
   * Moves something with all that belongs to it to the bin, and cancels its work.
   * @param permanently it cannot be restored, and is purged at once; it may be in the bin already
   * @throws AppError `not_found`
   */
  async delete(ref: BinRef, permanently = false): Promise<void> {
    await this.deleteAndNote(ref, { permanently });
  }

  /**
   * As {@link delete}, for a conversation of which some memories stay.
   * @throws AppError `not_found`, also when one of the memories is not of this conversation
   */
  async deleteBut(
    conversationId: string,
    keptMemoryIds: readonly string[],
    permanently = false,
  ): Promise<void> {
    const { scoring } = this.terms;
    const keep = (tx: Transaction) => keepMemories(tx, conversationId, keptMemoryIds, scoring);
    const ref = { kind: 'conversation', id: conversationId } as const;
    return deleteToBin(this.db, ref, { permanently, keep });
  }

  /**
   * As {@link delete}, for a task that deletes many things.
   * @throws AppError `not_found`
   */
  async deleteAndNote(ref: BinRef, deletion: Deletion): Promise<void> {
    return deleteToBin(this.db, ref, deletion);
  }

  /**
   * Takes something out of the bin, as it was. Work that the deletion has stopped starts again, what
   * was computed without it is computed again, and pins over the cap are evicted.
   * @param note writes what belongs to the restore, last in its transaction
   * @throws AppError `not_found` when it is not in the bin, or what it belongs to is not there
   */
  async restore(ref: BinRef, note?: (tx: Transaction) => Promise<void>): Promise<void> {
    const { tables, lockHome, onRestored, event } = BIN_KIND_RULES[ref.kind];
    await inTransaction(this.db, async (tx) => {
      const item = await lockItem(tx, ref);
      if (item === null || !(await lockHome(tx, item))) throw notInBin(ref);
      const restored = await event('restored', item, keyOf('restored', item), tx);
      await moveBack(tx, ref.id, tables);
      await tx.delete(binItems).where(eq(binItems.id, ref.id));
      await appendAndApply(tx, [restored]);
      await resumeTasks(tx, item.stoppedTasks);
      await onRestored(tx, item, this.terms);
      await note?.(tx);
    });
  }

  /**
   * A page of the bin, most recently deleted first. What belongs to something else in the bin is
   * not listed.
   */
  async list(query: BinQuery): Promise<Page<BinItemRecord>> {
    return listBin(this.db, query);
  }
}

/** As `BinRepository.delete`. */
export async function deleteToBin(db: Database, ref: BinRef, deletion: Deletion): Promise<void> {
  // A task that was created after the others were locked is locked first the next time.
  while (!(await inTransaction(db, (tx) => tryToDelete(tx, ref, deletion))));
}

/** @returns `false` when all must be locked anew; nothing was changed */
async function tryToDelete(tx: Transaction, ref: BinRef, deletion: Deletion): Promise<boolean> {
  const { tasksOf, lock } = BIN_KIND_RULES[ref.kind];
  const locked = await lockTasks(tx, tasksOf(ref.id));
  const found = await lock(tx, ref.id);
  if (found === 'again') return false;
  if (found !== null && isWithin(ref, found)) {
    if (!(await areAll(tx, ref, locked))) return false;
    await deletion.keep?.(tx);
    await moveOut(tx, ref, { ...found, deletedBy: deletion.deletedBy ?? null }, locked);
  } else if (!deletion.permanently) throw notFound(ref);
  if (deletion.permanently) await makePermanent(tx, ref);
  await deletion.note?.(tx);
  return true;
}

async function moveOut(
  tx: Transaction,
  { kind, id }: BinRef,
  found: Deletable,
  locked: readonly TaskRecord[],
): Promise<void> {
  const { tables, leave, onDeleted, event } = BIN_KIND_RULES[kind];
  const stoppedTasks = await leave(tx, found, locked);
  const [item] = await tx
    .insert(binItems)
    .values({ ...found, kind, stoppedTasks, deletedAt: new Date() })
    .returning();
  if (!item) throw new Error(`${id} is missing in the bin`);
  await moveToBin(tx, id, tables);
  const deleted = await event('deleted', item, keyOf('deleted', item), tx);
  await appendAndApply(tx, [deleted], item.deletedAt);
  await onDeleted?.(tx, item);
}

/** Whether all of its tasks are locked. One may have been created since. */
async function areAll(
  tx: Transaction,
  { kind, id }: BinRef,
  locked: readonly TaskRecord[],
): Promise<boolean> {
  const present = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(BIN_KIND_RULES[kind].tasksOf(id));
  const known = new Set(locked.map((task) => task.id));
  return present.every((task) => known.has(task.id));
}

/** Items are locked in the order of their ids: those of conversations that return to it first. */
async function lockItem(tx: Transaction, ref: BinRef): Promise<BinItemRecord | null> {
  const [known] = await tx.select().from(binItems).where(eq(binItems.id, ref.id));
  const ids = [ref.id, ...(known?.conversationIds ?? [])];
  const locked = await tx
    .select()
    .from(binItems)
    .where(and(inArray(binItems.id, ids), not(binItems.permanent)))
    .orderBy(binItems.id)
    .for('update');
  const item = locked.find(({ id, kind }) => id === ref.id && kind === ref.kind);
  return item && isWithin(ref, item) ? item : null;
}

/** Last in its transaction: whoever asks for a clean-up at the same time waits for it. */
async function makePermanent(tx: Transaction, ref: BinRef): Promise<void> {
  const { kind, id, within, ownerId } = ref;
  const { rowCount } = await tx
    .update(binItems)
    .set({ permanent: true })
    .where(
      and(
        eq(binItems.id, id),
        eq(binItems.kind, kind),
        within === undefined ? undefined : eq(binItems.belongsTo, within),
        ownerId === undefined ? undefined : eq(binItems.ownerId, ownerId),
        IS_SHOWN,
      ),
    );
  if (rowCount === 0) throw notFound(ref);
  await requestInstallationTask(tx, 'clean_up', {}, null);
}

function isWithin({ within, ownerId }: BinRef, thing: Deletable): boolean {
  return (
    (within === undefined || within === thing.belongsTo) &&
    (ownerId === undefined || ownerId === thing.ownerId)
  );
}

/** Something may be deleted and restored any number of times. */
export function keyOf(happening: string, { kind, id }: BinItemRecord): string {
  return `${kind}_${happening}:${id}:${ulid()}`;
}

function notFound({ kind, id }: BinRef): AppError {
  return new AppError('not_found', `There is no ${kind} ${id}.`);
}

function notInBin({ kind, id }: BinRef): AppError {
  return new AppError('not_found', `There is no ${kind} ${id} in the bin.`);
}
