import { and, desc, eq, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm';
import type { ExportScope } from '#contracts/model';
import { isEnded } from '#contracts/tasks';
import { AppError } from '#platform';
import type { Database, Transaction } from '../database/database.ts';
import { claimKey, type IdempotentRequest } from '../database/idempotency.ts';
import { newId } from '../database/ids.ts';
import { toPage, type Page } from '../database/page.ts';
import { inTransaction } from '../database/transaction.ts';
import { OwnerLedger } from '../owners/owner-ledger.ts';
import { NO_LIMITS, type OwnerLimits } from '../owners/owner-limits.ts';
import { exports, tasks } from '../schema/index.ts';
import { hasEndedSince, isListed, type OwnedListQuery } from '../tasks/owned-lists.ts';
import { createStartedTask } from '../tasks/requests/create-started-task.ts';
import { exportRecord, type ExportRecord } from './export.records.ts';
import { ownerOfScope } from './export-owner.ts';

/** Exports: requests for them, and what there is. */
export class ExportsRepository {
  constructor(
    private readonly db: Database,
    private readonly limits: OwnerLimits = NO_LIMITS,
  ) {}

  /**
   * Requests an export and enqueues its task, or joins the one of the same scope that has not ended.
   * @throws AppError `not_found`, `idempotency_key_reused`, `owner_limit_reached`
   */
  async request(scope: ExportScope, request: IdempotentRequest | null): Promise<ExportRecord> {
    return inTransaction(this.db, async (tx) => {
      await lockScope(tx, scope);
      const ownerId = await ownerOfScope(tx, scope);
      const ledger = await OwnerLedger.open(tx, this.limits, [ownerId]);
      const open = await findOne(tx, and(isOf(scope), isNull(tasks.endedAt)));
      const id = open?.id ?? newId('export');
      const claim = await claimKey(tx, request, id);
      if (claim.kind === 'reused') throw claim.reason;
      if (claim.kind === 'claimedBefore') return found(tx, claim.subjectId);
      const refusal = open ? null : ledger.take(ownerId, { tasks: 1, bytes: 0 });
      if (refusal) throw refusal;
      if (open === null) await make(tx, id, ownerId, scope);
      return found(tx, id);
    });
  }

  /** @throws AppError `not_found` */
  async find(id: string): Promise<ExportRecord> {
    return found(this.db, id);
  }

  /** The export that a task makes; `null` when it was removed. */
  async findByTask(taskId: string): Promise<ExportRecord | null> {
    return findOne(this.db, eq(exports.taskId, taskId));
  }

  /** A page of exports, newest first. */
  async list({ limit, ...query }: OwnedListQuery): Promise<Page<ExportRecord>> {
    const rows = await joined(this.db)
      .where(isListed(exports, query))
      .orderBy(desc(exports.id))
      .limit(limit + 1);
    return toPage(
      rows.map(({ row, task }) => exportRecord(row, task)),
      limit,
    );
  }

  /**
   * Removes an export. The caller cancels its task before, and removes its file after it.
   * @throws AppError `not_found`
   */
  async remove(id: string): Promise<void> {
    const { rowCount } = await this.db.delete(exports).where(eq(exports.id, id));
    if (rowCount === 0) throw noExport(id);
  }

  /**
   * Removes exports whose time is over, and those that have made no file and were requested that long
   * ago.
   * @param madeBefore up to when an export without a file was requested
   */
  async removeExpired(now: Date, madeBefore: Date): Promise<number> {
    const expired = await this.db.delete(exports).where(lt(exports.expiresAt, now));
    const failed = await this.db
      .delete(exports)
      .where(and(isNull(exports.expiresAt), hasEndedSince(this.db, exports, madeBefore)));
    return (expired.rowCount ?? 0) + (failed.rowCount ?? 0);
  }

  /**
   * What may be on disk for some exports.
   * @returns `made` for one with a file, `open` for one whose task has not ended; others are left out
   */
  async stateOf(ids: readonly string[]): Promise<ReadonlyMap<string, 'made' | 'open'>> {
    if (ids.length === 0) return new Map();
    const rows = await joined(this.db).where(inArray(exports.id, [...ids]));
    return new Map(
      rows.flatMap(({ row, task }): readonly [string, 'made' | 'open'][] => {
        if (row.sha256 !== null) return [[row.id, 'made']];
        return isEnded(task.state) ? [] : [[row.id, 'open']];
      }),
    );
  }
}

/** Serialises requests for one scope, so that it has one open export. Held until the commit. */
async function lockScope(tx: Transaction, { kind, id }: ExportScope): Promise<void> {
  const key = `export:${kind}:${id}`;
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}

async function make(
  tx: Transaction,
  id: string,
  ownerId: string,
  { kind, id: scopeId }: ExportScope,
): Promise<void> {
  const taskId = newId('task');
  await createStartedTask(tx, 'export', { taskId, ownerId });
  const createdAt = new Date();
  await tx.insert(exports).values({ id, ownerId, scopeKind: kind, scopeId, taskId, createdAt });
}

function isOf({ kind, id }: ExportScope): SQL | undefined {
  return and(eq(exports.scopeKind, kind), eq(exports.scopeId, id));
}

function joined(db: Database | Transaction) {
  return db
    .select({ row: exports, task: tasks })
    .from(exports)
    .innerJoin(tasks, eq(tasks.id, exports.taskId));
}

async function findOne(
  db: Database | Transaction,
  where: SQL | undefined,
): Promise<ExportRecord | null> {
  const [one] = await joined(db).where(where).limit(1);
  return one ? exportRecord(one.row, one.task) : null;
}

async function found(db: Database | Transaction, id: string): Promise<ExportRecord> {
  const one = await findOne(db, eq(exports.id, id));
  if (one) return one;
  throw noExport(id);
}

function noExport(id: string): AppError {
  return new AppError('not_found', `There is no export ${id}.`);
}
