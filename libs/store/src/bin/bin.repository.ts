import { and, desc, eq, not, sql, type SQL } from 'drizzle-orm';
import { AppError } from '#platform';
import type { Database, Transaction } from '../database/database.ts';
import { toPage, type Page } from '../database/page.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { conversationSignal, signalWork } from '../signals/signal-work.ts';
import { lockPins, type EvictionRule } from '../memories/pins.ts';
import { forgetSource } from '../projects/move-conversation.ts';
import { binItems, conversations } from '../schema/index.ts';
import { binEvent } from './bin-event.ts';
import { evictRestoredPins } from './evict-restored-pins.ts';
import { moveBack, moveToBin } from './move-rows.ts';
import { returnToProject } from './return-to-project.ts';
import { requestInstallationTask } from '../tasks/requests/installation-tasks.repository.ts';
import type { TaskRecord } from '../tasks/task.records.ts';
import { lockTasks, resumeWork, stopWork } from './stop-work.ts';

export type BinItemRecord = typeof binItems.$inferSelect;
type ConversationRecord = typeof conversations.$inferSelect;

export interface BinQuery {
  readonly ownerId?: string | undefined;
  /** `nextCursor` of the page before: milliseconds since 1970, a dot and an id. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/**
 * What was deleted and can be restored. The rows of a deleted conversation are moved out of their
 * tables, so no query of any table can return them.
 */
export class BinRepository {
  constructor(
    private readonly db: Database,
    private readonly evict: EvictionRule,
  ) {}

  /**
   * Moves a conversation with all that belongs to it to the bin, and cancels its work. Reports of
   * its project lose its facts.
   * @param permanently it cannot be restored, and is purged at once; it may be in the bin already
   * @throws AppError `not_found`
   */
  async deleteConversation(id: string, permanently = false): Promise<void> {
    // A task that was created after the others were locked is locked first the next time.
    while (!(await inTransaction(this.db, (tx) => tryToDelete(tx, id, permanently))));
  }

  /**
   * Takes a conversation out of the bin, as it was. Work that the deletion has stopped starts again,
   * its project reads it again, and pins over the cap are evicted.
   * @throws AppError `not_found` when it is not in the bin
   */
  async restoreConversation(id: string): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      const ofItem = and(eq(binItems.id, id), not(binItems.permanent));
      const [item] = await tx.select().from(binItems).where(ofItem).for('update');
      if (!item) throw new AppError('not_found', `There is no conversation ${id} in the bin.`);
      await moveBack(tx, id);
      await tx.delete(binItems).where(eq(binItems.id, id));
      await appendAndApply(tx, [binEvent('conversation_restored', item)]);
      await evictRestoredPins(tx, item.ownerId, this.evict);
      await resumeWork(tx, item.stoppedTasks);
      await signalWork(tx, [conversationSignal(id, item.ownerId)]);
      await returnToProject(tx, id);
    });
  }

  /** A page of the bin, most recently deleted first. */
  async list({ ownerId, cursor, limit }: BinQuery): Promise<Page<BinItemRecord>> {
    const rows = await this.db
      .select()
      .from(binItems)
      .where(
        and(
          not(binItems.permanent),
          ownerId === undefined ? undefined : eq(binItems.ownerId, ownerId),
          cursor === undefined ? undefined : isAfter(cursor),
        ),
      )
      .orderBy(desc(binItems.deletedAt), desc(binItems.id))
      .limit(limit + 1);
    const page = toPage(rows, limit);
    const last = page.items.at(-1);
    return { ...page, nextCursor: page.nextCursor === null || !last ? null : cursorOf(last) };
  }
}

/** Names a place in the list, whether or not the item there is still in the bin. */
function cursorOf({ deletedAt, id }: BinItemRecord): string {
  return `${deletedAt.getTime()}.${id}`;
}

function isAfter(cursor: string): SQL {
  const [time = '', id = ''] = cursor.split('.');
  const deletedAt = new Date(Number(time));
  return sql`(${binItems.deletedAt}, ${binItems.id}) < (${deletedAt.toISOString()}::timestamptz, ${id})`;
}

/** @returns `false` when a task must be locked first; nothing was changed */
async function tryToDelete(tx: Transaction, id: string, permanently: boolean): Promise<boolean> {
  const locked = await lockTasks(tx, id);
  const [found] = await tx
    .select()
    .from(conversations)
    .where(eq(conversations.id, id))
    .for('update');
  if (found && (await countTasks(tx, id)) !== locked.length) return false;
  if (found) await moveOut(tx, found, locked);
  else if (!permanently) throw notFound(id);
  if (permanently) await makePermanent(tx, id);
  return true;
}

async function moveOut(
  tx: Transaction,
  { id, ownerId, projectId, title }: ConversationRecord,
  locked: readonly TaskRecord[],
): Promise<void> {
  await lockPins(tx, ownerId);
  const stoppedTasks = await stopWork(tx, id, locked);
  const item = { id, ownerId, title, stoppedTasks, deletedAt: new Date() };
  await tx.insert(binItems).values(item);
  await moveToBin(tx, id);
  await appendAndApply(tx, [binEvent('conversation_deleted', item)], item.deletedAt);
  if (projectId !== null) await forgetSource(tx, projectId, id);
}

/** Last in its transaction: whoever asks for a clean-up at the same time waits for it. */
async function makePermanent(tx: Transaction, id: string): Promise<void> {
  const { rowCount } = await tx
    .update(binItems)
    .set({ permanent: true })
    .where(and(eq(binItems.id, id), not(binItems.permanent)));
  if (rowCount === 0) throw notFound(id);
  await requestInstallationTask(tx, 'clean_up', {}, null);
}

function notFound(id: string): AppError {
  return new AppError('not_found', `There is no conversation ${id}.`);
}

/** Tasks are never removed, so an equal number means that no other task was created. */
async function countTasks(tx: Transaction, id: string): Promise<number> {
  const { rows } = await tx.execute<{ tasks: number }>(
    sql`SELECT count(*)::integer AS tasks FROM tasks WHERE conversation_id = ${id}`,
  );
  return rows[0]?.tasks ?? 0;
}
