import { and, desc, eq, or, sql, type SQL } from 'drizzle-orm';
import { AppError } from '#platform';
import { holdBlobs, lockBlobs } from '../blobs/blob-locks.ts';
import type { Database, Transaction } from '../database/database.ts';
import { claimKey, type IdempotentRequest } from '../database/idempotency.ts';
import { newId } from '../database/ids.ts';
import { toPage, type Page } from '../database/page.ts';
import { inTransaction } from '../database/transaction.ts';
import { OwnerLedger } from '../owners/owner-ledger.ts';
import { NO_LIMITS, type OwnerLimits } from '../owners/owner-limits.ts';
import { imports, tasks } from '../schema/index.ts';
import { hasEndedSince, isListed, type OwnedListQuery } from '../tasks/owned-lists.ts';
import { createStartedTask } from '../tasks/requests/create-started-task.ts';
import { hashesOf, importRecord, type ImportRecord, type NewImport } from './import.records.ts';

/** Imports: requests for them, and what there is. */
export class ImportsRepository {
  constructor(
    private readonly db: Database,
    private readonly limits: OwnerLimits = NO_LIMITS,
  ) {}

  /**
   * Requests the import of an uploaded file and enqueues its task.
   * @param keepBytes called only if the request is new; when it rejects, nothing is stored
   * @throws AppError `idempotency_key_reused`, `owner_limit_reached`
   */
  async request(
    given: NewImport,
    request: IdempotentRequest | null,
    keepBytes: () => Promise<void>,
  ): Promise<ImportRecord> {
    const { ownerId } = given;
    const bytes = given.sizeBytes + (given.recording?.sizeBytes ?? 0);
    const id = newId('import');
    return inTransaction(this.db, async (tx) => {
      const ledger = await OwnerLedger.open(tx, this.limits, [ownerId]);
      const claim = await claimKey(tx, request, id);
      if (claim.kind === 'reused') throw claim.reason;
      if (claim.kind === 'claimedBefore') return found(tx, claim.subjectId);
      const refusal = ledger.take(ownerId, { tasks: 1, bytes });
      if (refusal) throw refusal;
      await holdBlobs(tx, hashesOf(given));
      await keepBytes();
      await insertImport(tx, id, given);
      return found(tx, id);
    });
  }

  /** @throws AppError `not_found` */
  async find(id: string): Promise<ImportRecord> {
    return found(this.db, id);
  }

  /** The import that a task does; `null` when it was removed. */
  async findByTask(taskId: string): Promise<ImportRecord | null> {
    return findOne(this.db, eq(imports.taskId, taskId));
  }

  /** A page of imports, newest first. */
  async list({ limit, ...query }: OwnedListQuery): Promise<Page<ImportRecord>> {
    const rows = await joined(this.db)
      .where(isListed(imports, query))
      .orderBy(desc(imports.id))
      .limit(limit + 1);
    return toPage(
      rows.map(({ row, task }) => importRecord(row, task)),
      limit,
    );
  }

  /**
   * Removes imports that were requested that long ago and have ended.
   * @returns how many
   */
  async removeExpired(requestedBefore: Date): Promise<number> {
    const { rowCount } = await this.db
      .delete(imports)
      .where(hasEndedSince(this.db, imports, requestedBefore));
    return rowCount ?? 0;
  }

  /**
   * Removes an uploaded file, unless an import needs it: one that is not completed, so that it may be
   * retried. Whoever uploads the same bytes meanwhile waits, and keeps them after that.
   * @param remove removes the file
   * @returns whether it was removed
   */
  async removeFile(sha256: string, remove: () => Promise<void>): Promise<boolean> {
    return inTransaction(this.db, async (tx) => {
      await lockBlobs(tx, [sha256]);
      const isIts = or(eq(imports.sha256, sha256), eq(imports.recordingSha256, sha256));
      const isNeeded = and(isIts, sql`${tasks.state} <> 'completed'`);
      const [needing] = await joined(tx).where(isNeeded).limit(1);
      if (needing === undefined) await remove();
      return needing === undefined;
    });
  }
}

async function insertImport(
  tx: Transaction,
  id: string,
  { recording, ...given }: NewImport,
): Promise<void> {
  const taskId = newId('task');
  await createStartedTask(tx, 'import', { taskId, ownerId: given.ownerId });
  await tx.insert(imports).values({
    ...{ ...given, id, taskId, createdAt: new Date() },
    recordingFileName: recording?.fileName ?? null,
    recordingSizeBytes: recording?.sizeBytes ?? null,
    recordingSha256: recording?.sha256 ?? null,
  });
}

function joined(db: Database | Transaction) {
  return db
    .select({ row: imports, task: tasks })
    .from(imports)
    .innerJoin(tasks, eq(tasks.id, imports.taskId));
}

async function findOne(
  db: Database | Transaction,
  where: SQL | undefined,
): Promise<ImportRecord | null> {
  const [one] = await joined(db).where(where).limit(1);
  return one ? importRecord(one.row, one.task) : null;
}

async function found(db: Database | Transaction, id: string): Promise<ImportRecord> {
  const one = await findOne(db, eq(imports.id, id));
  if (one) return one;
  throw new AppError('not_found', `There is no import ${id}.`);
}
