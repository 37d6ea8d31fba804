import { desc, eq } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { claimKey, type IdempotentRequest } from '../database/idempotency.ts';
import { newId } from '../database/ids.ts';
import { toPage, type Page } from '../database/page.ts';
import { inTransaction } from '../database/transaction.ts';
import { bulkChanges } from '../schema/index.ts';
import { hasEndedSince, isListed, type OwnedListQuery } from '../tasks/owned-lists.ts';
import {
  findOneBulkChange,
  foundBulkChange,
  insertBulkChange,
  joinedBulkChanges,
  toBulkChange,
} from './bulk-change-rows.ts';
import type { BulkChangeRecord, NewBulkChange } from './bulk-change.records.ts';

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
  async list({ limit, ...query }: OwnedListQuery): Promise<Page<BulkChangeRecord>> {
    const rows = await joinedBulkChanges(this.db)
      .where(isListed(bulkChanges, query))
      .orderBy(desc(bulkChanges.id))
      .limit(limit + 1);
    return toPage(rows.map(toBulkChange), limit);
  }

  /**
   * Removes bulk changes that were requested that long ago and have ended.
   * @returns how many
   */
  async removeExpired(requestedBefore: Date): Promise<number> {
    const { rowCount } = await this.db
      .delete(bulkChanges)
      .where(hasEndedSince(this.db, bulkChanges, requestedBefore));
    return rowCount ?? 0;
  }
}
