import { and, desc, eq, inArray, lt, sql, type SQL } from 'drizzle-orm';
import { INSTALLATION_OWNER_ID } from '#contracts/model';
import { AppError } from '#platform';
import type { Database, Transaction } from '../database/database.ts';
import { claimKey, type IdempotentRequest } from '../database/idempotency.ts';
import { newId } from '../database/ids.ts';
import { toPage, type Page } from '../database/page.ts';
import { inTransaction } from '../database/transaction.ts';
import { bulkChanges, tasks } from '../schema/index.ts';
import { createStartedTask } from '../tasks/requests/create-started-task.ts';
import type { BulkChangeRecord, NewBulkChange } from './bulk-change.records.ts';

export interface BulkChangeListQuery {
  readonly ownerId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Bulk changes: requests for them, and how far they are. */
export class BulkChangesRepository {
  constructor(private readonly db: Database) {}

  /**
   * Requests a bulk change and enqueues its task.
   * @throws AppError `idempotency_key_reused`
   */
  async request(
    given: NewBulkChange,
    request: IdempotentRequest | null,
  ): Promise<BulkChangeRecord> {
    const id = newId('bulkChange');
    return inTransaction(this.db, async (tx) => {
      const claim = await claimKey(tx, request, id);
      if (claim.kind === 'reused') throw claim.reason;
      if (claim.kind === 'claimedBefore') return found(tx, claim.subjectId);
      await insert(tx, id, given);
      return found(tx, id);
    });
  }

  /** @throws AppError `not_found` */
  async find(id: string): Promise<BulkChangeRecord> {
    return found(this.db, id);
  }

  /** The bulk change that a task does; `null` when it was removed. */
  async findByTask(taskId: string): Promise<BulkChangeRecord | null> {
    return findOne(this.db, eq(bulkChanges.taskId, taskId));
  }

  /** A page of bulk changes, newest first. */
  async list({ ownerId, cursor, limit }: BulkChangeListQuery): Promise<Page<BulkChangeRecord>> {
    const rows = await joined(this.db)
      .where(
        and(
          ownerId === undefined ? undefined : eq(bulkChanges.ownerId, ownerId),
          cursor === undefined ? undefined : lt(bulkChanges.id, cursor),
        ),
      )
      .orderBy(desc(bulkChanges.id))
      .limit(limit + 1);
    return toPage(rows.map(toRecord), limit);
  }

  /**
   * Removes bulk changes that were requested that long ago and have ended.
   * @returns how many
   */
  async removeExpired(requestedBefore: Date): Promise<number> {
    const ended = this.db
      .select({ id: tasks.id })
      .from(tasks)
      .where(sql`${tasks.endedAt} IS NOT NULL`);
    const { rowCount } = await this.db
      .delete(bulkChanges)
      .where(and(lt(bulkChanges.createdAt, requestedBefore), inArray(bulkChanges.taskId, ended)));
    return rowCount ?? 0;
  }
}

async function insert(tx: Transaction, id: string, given: NewBulkChange): Promise<void> {
  const ownerId = given.ownerId ?? INSTALLATION_OWNER_ID;
  const taskId = newId('task');
  const { selection } = given;
  const total = selection.kind === 'ids' ? { total: selection.ids.length } : {};
  await createStartedTask(tx, 'bulk_change', { taskId, ownerId, ...total });
  await tx.insert(bulkChanges).values({ ...given, id, taskId, createdAt: new Date() });
}

function joined(db: Database | Transaction) {
  return db
    .select({ row: bulkChanges, task: tasks })
    .from(bulkChanges)
    .innerJoin(tasks, eq(tasks.id, bulkChanges.taskId));
}

function toRecord({ row, task }: Awaited<ReturnType<typeof joined>>[number]): BulkChangeRecord {
  const { taskId: _taskId, ...change } = row;
  return { ...change, task };
}

async function findOne(
  db: Database | Transaction,
  where: SQL | undefined,
): Promise<BulkChangeRecord | null> {
  const [one] = await joined(db).where(where).limit(1);
  return one ? toRecord(one) : null;
}

async function found(db: Database | Transaction, id: string): Promise<BulkChangeRecord> {
  const one = await findOne(db, eq(bulkChanges.id, id));
  if (one) return one;
  throw new AppError('not_found', `There is no bulk change ${id}.`);
}
