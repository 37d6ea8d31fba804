import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { claimKey, type IdempotentRequest } from '../database/idempotency.ts';
import { newId } from '../database/ids.ts';
import { toPage, type Page } from '../database/page.ts';
import { inTransaction } from '../database/transaction.ts';
import { bulkChanges, tasks } from '../schema/index.ts';
import {
  findOneBulkChange,
  foundBulkChange,
  insertBulkChange,
  joinedBulkChanges,
  toBulkChange,
} from './bulk-change-rows.ts';
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
      if (claim.kind === 'claimedBefore') return foundBulkChange(tx, claim.subjectId);
      await insertBulkChange(tx, id, given);
      return foundBulkChange(tx, id);
    });
  }

  /** @throws AppError `not_found` */
  async find(id: string): Promise<BulkChangeRecord> {
    return foundBulkChange(this.db, id);
  }

  /** The bulk change that a task does; `null` when it was removed. */
  async findByTask(taskId: string): Promise<BulkChangeRecord | null> {
    return findOneBulkChange(this.db, eq(bulkChanges.taskId, taskId));
  }

  /** A page of bulk changes, newest first. */
  async list({ ownerId, cursor, limit }: BulkChangeListQuery): Promise<Page<BulkChangeRecord>> {
    const rows = await joinedBulkChanges(this.db)
      .where(
        and(
          ownerId === undefined ? undefined : eq(bulkChanges.ownerId, ownerId),
          cursor === undefined ? undefined : lt(bulkChanges.id, cursor),
        ),
      )
      .orderBy(desc(bulkChanges.id))
      .limit(limit + 1);
    return toPage(rows.map(toBulkChange), limit);
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
