import { and, desc, eq, inArray, lt, sql, type SQL } from 'drizzle-orm';
import { AppError } from '#platform';
import type { Database, Transaction } from '../database/database.ts';
import { claimKey, type IdempotentRequest } from '../database/idempotency.ts';
import { newId } from '../database/ids.ts';
import { toPage, type Page } from '../database/page.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { OwnerLedger } from '../owners/owner-ledger.ts';
import { NO_LIMITS, type OwnerLimits } from '../owners/owner-limits.ts';
import { imports, tasks } from '../schema/index.ts';
import { enqueueForTemporal } from '../signals/enqueue-for-temporal.ts';
import { taskCreated } from '../tasks/new-task.ts';
import { importRecord, type ImportRecord, type NewImport } from './import.records.ts';

export interface ImportListQuery {
  readonly ownerId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

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
    const { ownerId, sizeBytes: bytes } = given;
    const id = newId('import');
    return inTransaction(this.db, async (tx) => {
      const ledger = await OwnerLedger.open(tx, this.limits, [ownerId]);
      const claim = await claimKey(tx, request, id);
      if (claim.kind === 'reused') throw claim.reason;
      if (claim.kind === 'claimedBefore') return found(tx, claim.subjectId);
      const refusal = ledger.take(ownerId, { tasks: 1, bytes });
      if (refusal) throw refusal;
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
  async list({ ownerId, cursor, limit }: ImportListQuery): Promise<Page<ImportRecord>> {
    const rows = await joined(this.db)
      .where(
        and(
          ownerId === undefined ? undefined : eq(imports.ownerId, ownerId),
          cursor === undefined ? undefined : lt(imports.id, cursor),
        ),
      )
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
    const ended = this.db
      .select({ id: tasks.id })
      .from(tasks)
      .where(sql`${tasks.endedAt} IS NOT NULL`);
    const { rowCount } = await this.db
      .delete(imports)
      .where(and(lt(imports.createdAt, requestedBefore), inArray(imports.taskId, ended)));
    return rowCount ?? 0;
  }

  /**
   * Which uploaded files are needed still: those of imports that are not completed, which may be
   * retried.
   * @param sha256s addresses of files that are there
   */
  async neededFiles(sha256s: readonly string[]): Promise<ReadonlySet<string>> {
    if (sha256s.length === 0) return new Set();
    const rows = await this.db
      .select({ sha256: imports.sha256 })
      .from(imports)
      .innerJoin(tasks, eq(tasks.id, imports.taskId))
      .where(and(inArray(imports.sha256, [...sha256s]), sql`${tasks.state} <> 'completed'`));
    return new Set(rows.map(({ sha256 }) => sha256));
  }
}

async function insertImport(tx: Transaction, id: string, given: NewImport): Promise<void> {
  const { ownerId } = given;
  const taskId = newId('task');
  const purpose = { type: 'import', conversationId: null } as const;
  const known = { taskId, ownerId, skipsQuietWait: true };
  await appendAndApply(tx, [taskCreated(purpose, known)]);
  await tx.insert(imports).values({ ...given, id, taskId, createdAt: new Date() });
  const noEntity = { entityKind: null, entityId: null };
  await enqueueForTemporal(tx, { id: taskId, attempt: 1, ownerId, ...noEntity });
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
