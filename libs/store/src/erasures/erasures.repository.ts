import { and, asc, desc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { INSTALLATION_OWNER_ID } from '#contracts/model';
import type { TaskRun } from '#contracts/tasks';
import { AppError } from '#platform';
import type { Database, Transaction } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { toPage, type Page } from '../database/page.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { erasures, tasks } from '../schema/index.ts';
import { lockInstallationWork } from '../tasks/lock-installation-work.ts';
import { requestInstallationTask } from '../tasks/requests/installation-tasks.repository.ts';
import { lockOpenRun } from '../tasks/run/lock-run.ts';
import { completedEvent } from '../tasks/run/run-events.ts';
import type { TaskRecord } from '../tasks/task.records.ts';
import { countOwner } from './count-owner.ts';
import {
  pseudonymOf,
  type ErasureRecord,
  type KeptErasure,
  type OpenErasure,
} from './erasure.records.ts';
import { hashOfOwner, newSalt } from './owner-hash.ts';

/** A requested erasure, and the task that does it. */
export interface RequestedErasure {
  readonly erasure: ErasureRecord;
  readonly task: TaskRecord;
}

/** Whether an erasure is completed: `left` when something is there still, `busy` while a snapshot is taken. */
export type ErasureCompletion = 'completed' | 'left' | 'busy';

/** Erasures of owners: requests, what is left to do, and what is kept of them. */
export class ErasuresRepository {
  constructor(private readonly db: Database) {}

  /**
   * Requests the erasure of an owner, or joins the one that is not completed. From the commit on, the
   * owner gets nothing new. One task erases all owners whose erasure is open.
   * @throws AppError `owner_not_erasable`; `installation_busy` while a restore is open
   */
  async request(ownerId: string): Promise<RequestedErasure> {
    refuseInstallation(ownerId);
    const salt = await this.salt();
    const ownerHash = await hashOfOwner(ownerId, salt);
    return inTransaction(this.db, async (tx) => {
      const task = await requestInstallationTask(tx, 'erasure', {}, null);
      const [open] = await tx.select().from(erasures).where(eq(erasures.ownerId, ownerId));
      const id = open?.id ?? newId('erasure');
      if (open === undefined) {
        const requestedAt = new Date();
        const pseudonym = pseudonymOf(id);
        await tx.insert(erasures).values({ id, pseudonym, ownerId, ownerHash, salt, requestedAt });
      }
      return { erasure: await found(tx, id), task };
    });
  }

  /**
   * Requests the task again when an erasure is open and nothing works on it, because its run was
   * terminated or has failed.
   * @throws AppError `installation_busy` while a restore is open
   */
  async resume(): Promise<void> {
    if ((await this.open()).length === 0) return;
    await inTransaction(this.db, (tx) => requestInstallationTask(tx, 'erasure', {}, null));
  }

  /** @throws AppError `not_found` */
  async find(id: string): Promise<ErasureRecord> {
    return found(this.db, id);
  }

  /** A page of erasures, newest first. */
  async list(query: {
    readonly cursor?: string | undefined;
    readonly limit: number;
  }): Promise<Page<ErasureRecord>> {
    const { cursor, limit } = query;
    const rows = await recordsOf(this.db)
      .where(cursor === undefined ? undefined : lt(erasures.id, cursor))
      .orderBy(desc(erasures.id))
      .limit(limit + 1);
    return toPage(rows.map(toRecord), limit);
  }

  /** Erasures that are not completed, oldest first. */
  async open(): Promise<readonly OpenErasure[]> {
    const { id, ownerId, pseudonym } = erasures;
    const rows = await this.db
      .select({ id, ownerId, pseudonym })
      .from(erasures)
      .where(isNotNull(ownerId))
      .orderBy(asc(id));
    return rows.map((row) => ({ ...row, ownerId: row.ownerId ?? '' }));
  }

  /** All erasures, whether completed or not. */
  async kept(): Promise<readonly KeptErasure[]> {
    return this.db.select().from(erasures).orderBy(asc(erasures.id));
  }

  /** Counts what an owner has, once. Nothing is added to it since its erasure was requested. */
  async count({ id, ownerId }: OpenErasure): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      const [uncounted] = await tx
        .select({ id: erasures.id })
        .from(erasures)
        .where(and(eq(erasures.id, id), isNull(erasures.counts)))
        .for('update');
      if (uncounted === undefined) return;
      const counts = await countOwner(tx, ownerId);
      await tx.update(erasures).set({ counts }).where(eq(erasures.id, id));
    });
  }

  /**
   * Completes an erasure, unless something of the owner is left. Nothing but its pseudonym is known then.
   * @param removeSnapshots removes all snapshots; none is being taken meanwhile
   */
  async complete(
    { id, ownerId }: OpenErasure,
    removeSnapshots: () => Promise<void>,
  ): Promise<ErasureCompletion> {
    return inTransaction(this.db, async (tx) => {
      const left = Object.values(await countOwner(tx, ownerId)).reduce((sum, n) => sum + n, 0);
      if (left > 0) return 'left';
      await lockInstallationWork(tx, 'snapshot');
      if ((await tx.$count(tasks, IS_OPEN_SNAPSHOT)) > 0) return 'busy';
      await removeSnapshots();
      await tx
        .update(erasures)
        .set({ ownerId: null, completedAt: new Date() })
        .where(eq(erasures.id, id));
      return 'completed';
    });
  }

  /**
   * Completes the task, unless there is more to do: what was requested meanwhile has joined it.
   * @returns whether the run has ended
   */
  async completeTask(run: TaskRun): Promise<boolean> {
    return inTransaction(this.db, async (tx) => {
      await lockInstallationWork(tx, 'erasure');
      if ((await tx.$count(erasures, isNotNull(erasures.ownerId))) > 0) return false;
      const task = await lockOpenRun(tx, run);
      if (task !== null) await appendAndApply(tx, [completedEvent(task, [])]);
      return true;
    });
  }

  /** One salt for all, so that a restore hashes each name once. */
  private async salt(): Promise<string> {
    const [newest] = await this.db
      .select({ salt: erasures.salt })
      .from(erasures)
      .orderBy(desc(erasures.id))
      .limit(1);
    return newest?.salt ?? newSalt();
  }
}

const IS_OPEN_SNAPSHOT = and(eq(tasks.type, 'snapshot'), isNull(tasks.endedAt));

/** Whether the task that erases is open; there is one at a time. */
const IS_RUNNING = sql<boolean>`EXISTS (
  SELECT FROM ${tasks} WHERE ${tasks.type} = 'erasure' AND ${tasks.endedAt} IS NULL)`;

function recordsOf(db: Database | Transaction) {
  const { id, pseudonym, ownerId, counts, requestedAt, completedAt } = erasures;
  return db
    .select({
      ...{ id, pseudonym, ownerId, counts, requestedAt, completedAt },
      isRunning: IS_RUNNING,
    })
    .from(erasures);
}

function toRecord({
  isRunning,
  ...row
}: Omit<ErasureRecord, 'state'> & { readonly isRunning: boolean }): ErasureRecord {
  const state = isRunning ? 'running' : 'stopped';
  return { ...row, state: row.completedAt === null ? state : 'completed' };
}

async function found(db: Database | Transaction, id: string): Promise<ErasureRecord> {
  const [row] = await recordsOf(db).where(eq(erasures.id, id));
  if (row) return toRecord(row);
  throw new AppError('not_found', `There is no erasure ${id}.`);
}

/** Its tasks are backups and the like. They hold nothing of anybody. */
function refuseInstallation(ownerId: string): void {
  if (ownerId !== INSTALLATION_OWNER_ID) return;
  throw new AppError('owner_not_erasable', `${ownerId} names the installation itself.`);
}
