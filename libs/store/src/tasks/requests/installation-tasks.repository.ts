import { and, eq, inArray, isNull } from 'drizzle-orm';
import { INSTALLATION_OWNER_ID, type TaskPriority } from '#contracts/model';
import type { TaskSettings, TaskType, TaskTypeOf } from '#contracts/tasks';
import { AppError } from '#platform';
import type { Database, Transaction } from '../../database/database.ts';
import { claimKey, type IdempotentRequest } from '../../database/idempotency.ts';
import { newId } from '../../database/ids.ts';
import { inTransaction } from '../../database/transaction.ts';
import { tasks } from '../../schema/index.ts';
import { exclusiveTypes, lockInstallationWork } from '../lock-installation-work.ts';
import { createStartedTask } from './create-started-task.ts';
import { promotePendingTask } from '../promote-pending-task.ts';
import type { TaskRecord } from '../task.records.ts';

/** The terms of a request for a task of the installation. */
export interface InstallationTaskTerms {
  readonly settings?: TaskSettings;
  /** Interactive by default. */
  readonly priority?: TaskPriority | undefined;
}

/** Requests for tasks that work on all data, such as backups and snapshots. */
export class InstallationTasksRepository {
  constructor(private readonly db: Database) {}

  /**
   * Creates a task and enqueues it for Temporal, or joins the open task of the same type: there is
   * never a second one. A joined task keeps its own settings; an interactive request makes a joined
   * task interactive.
   * @returns the created or joined task, or the one that the same request returned before
   * @throws AppError `idempotency_key_reused`; `installation_busy` while a task is open that excludes
   *   this one: a backup and a restore exclude each other, and so do restores of two backups
   */
  async request(
    type: TaskTypeOf<'installation'>,
    terms: InstallationTaskTerms,
    request: IdempotentRequest | null,
  ): Promise<TaskRecord> {
    return inTransaction(this.db, (tx) => requestInstallationTask(tx, type, terms, request));
  }

  /** The open task of a type; `null` when there is none. */
  findOpen(type: TaskTypeOf<'installation'>): Promise<TaskRecord | null> {
    return findOpenOf([type], this.db);
  }
}

/** As `InstallationTasksRepository.request`, in a transaction that does more. */
export async function requestInstallationTask(
  tx: Transaction,
  type: TaskTypeOf<'installation'>,
  terms: InstallationTaskTerms,
  request: IdempotentRequest | null,
): Promise<TaskRecord> {
  await lockInstallationWork(tx, type);
  const open = await findOpenOf(exclusiveTypes(type), tx);
  const taskId = open?.id ?? newId('task');
  const claim = await claimKey(tx, request, taskId);
  if (claim.kind === 'reused') throw claim.reason;
  if (claim.kind === 'claimedBefore') return find(tx, claim.subjectId);
  if (open !== null && !isSameWork(open, type, terms)) throw busyWith(open);
  if (open === null) await make(tx, taskId, type, terms);
  else if (terms.priority !== 'batch') await promotePendingTask(tx, taskId);
  return find(tx, taskId);
}

async function findOpenOf(
  types: readonly TaskType[],
  db: Database | Transaction,
): Promise<TaskRecord | null> {
  const [open] = await db
    .select()
    .from(tasks)
    .where(
      and(
        eq(tasks.ownerId, INSTALLATION_OWNER_ID),
        inArray(tasks.type, [...types]),
        isNull(tasks.endedAt),
      ),
    )
    .limit(1);
  return open ?? null;
}

function isSameWork(
  open: TaskRecord,
  type: TaskType,
  { settings }: InstallationTaskTerms,
): boolean {
  return open.type === type && open.settings.backupId === settings?.backupId;
}

function busyWith({ id, type }: TaskRecord): AppError {
  const message = `The ${type} ${id} has not ended yet.`;
  return new AppError('installation_busy', message, { details: { taskId: id } });
}

async function make(
  tx: Transaction,
  taskId: string,
  type: TaskTypeOf<'installation'>,
  { settings, priority }: InstallationTaskTerms,
): Promise<void> {
  const ownerId = INSTALLATION_OWNER_ID;
  const task = { taskId, ownerId, priority, ...(settings ? { settings } : {}) };
  await createStartedTask(tx, type, task);
}

async function find(tx: Transaction, id: string): Promise<TaskRecord> {
  const [task] = await tx.select().from(tasks).where(eq(tasks.id, id));
  if (task) return task;
  throw new AppError('not_found', `Task ${id} no longer exists.`);
}
