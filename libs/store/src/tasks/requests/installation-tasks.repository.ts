import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { INSTALLATION_OWNER_ID, type TaskPriority } from '#contracts/model';
import type { TaskRun, TaskSettings, TaskTypeOf, TaskWarning } from '#contracts/tasks';
import { AppError } from '#platform';
import type { Database, Transaction } from '../../database/database.ts';
import { claimKey, type IdempotentRequest } from '../../database/idempotency.ts';
import { newId } from '../../database/ids.ts';
import { inTransaction } from '../../database/transaction.ts';
import { appendAndApply } from '../../events/append-and-apply.ts';
import { changeTask } from '../../events/task.projection.ts';
import { tasks } from '../../schema/index.ts';
import { enqueueForTemporal } from '../../signals/enqueue-for-temporal.ts';
import { lockInstallationWork } from '../lock-installation-work.ts';
import { taskCreated } from '../new-task.ts';
import { promotePendingTask } from '../promote-pending-task.ts';
import { lockCompletingRun } from '../run/lock-run.ts';
import { completedEvent } from '../run/run-events.ts';
import { startRun } from '../run/start-run.ts';
import type { TaskRecord } from '../task.records.ts';

/** The terms of a request for a task of the installation. */
export interface InstallationTaskTerms {
  readonly settings?: TaskSettings;
  /** Interactive by default. */
  readonly priority?: TaskPriority | undefined;
}

/** The result of a task of the installation. */
export interface InstallationTaskResult {
  /** Everything that was done, in the unit of the task type. */
  readonly done: number;
  readonly warnings: readonly TaskWarning[];
}

/** What has happened since the newest snapshot. */
export interface SinceLastSnapshot {
  /** Events since then, or since the beginning; a completed snapshot task has the event number as `done`. */
  readonly eventsSince: number;
  /** Age of the newest snapshot, or of the first event when there is none, in milliseconds. */
  readonly sinceMs: number;
  /** Time since the last snapshot task failed, in milliseconds; `null` unless the last one failed. */
  readonly sinceFailureMs: number | null;
}

/** Tasks that work on all data, such as backups and snapshots. */
export class InstallationTasksRepository {
  constructor(private readonly db: Database) {}

  /**
   * Creates a task and enqueues it for Temporal, or joins the open task of the same type: there is
   * never a second one. A joined task keeps its own settings; an interactive request makes a joined
   * task interactive.
   * @returns the created or joined task, or the one that the same request returned before
   * @throws AppError `idempotency_key_reused`
   */
  async request(
    type: TaskTypeOf<'installation'>,
    terms: InstallationTaskTerms,
    request: IdempotentRequest | null,
  ): Promise<TaskRecord> {
    return inTransaction(this.db, async (tx) => {
      await lockInstallationWork(tx, type);
      const open = await this.findOpen(type, tx);
      const taskId = open?.id ?? newId('task');
      const claim = await claimKey(tx, request, taskId);
      if (claim.kind === 'reused') throw claim.reason;
      if (claim.kind === 'claimedBefore') return find(tx, claim.subjectId);
      if (open === null) await make(tx, taskId, type, terms);
      else if (terms.priority !== 'batch') await promotePendingTask(tx, taskId);
      return find(tx, taskId);
    });
  }

  /**
   * Marks a run as started.
   * @returns the task; `null` when this run has ended or was replaced by another
   */
  async start(run: TaskRun, runId: string): Promise<TaskRecord | null> {
    return inTransaction(this.db, (tx) => startRun(tx, run, runId));
  }

  /**
   * Completes the task. One that is being cancelled is cancelled instead.
   * @returns `false` when it was cancelled, or this run has ended or was replaced by another
   */
  async complete(run: TaskRun, { done, warnings }: InstallationTaskResult): Promise<boolean> {
    return inTransaction(this.db, async (tx) => {
      const task = await lockCompletingRun(tx, run);
      if (task === null) return false;
      // The completion sets what is done to the total.
      await changeTask(tx, task.id, { total: done });
      await appendAndApply(tx, [completedEvent(task, warnings)]);
      return true;
    });
  }

  /**
   * What has happened since the newest snapshot. Reads the newest tasks and the position of the
   * log, not the log.
   * @param now time that ages refer to
   */
  async sinceLastSnapshot(now: Date): Promise<SinceLastSnapshot> {
    const { rows } = await this.db.execute<LastSnapshotRow>(sql`
      SELECT log.last_value AS "lastNumber", done.done AS "snapshotNumber",
             coalesce(done.ended_at, beginning.created_at) AS since,
             CASE WHEN latest.state IN ('failed', 'timedOut') THEN latest.ended_at END AS "failedAt"
      FROM events_sequence_seq AS log
      LEFT JOIN (${newestSnapshotTask(sql`state = 'completed'`)}) AS done ON true
      LEFT JOIN (${newestSnapshotTask(sql`true`)}) AS latest ON true
      LEFT JOIN (SELECT created_at FROM events ORDER BY sequence LIMIT 1) AS beginning ON true`);
    const row = rows[0];
    const ageMs = (at: string | Date) => now.getTime() - new Date(at).getTime();
    return {
      eventsSince: Number(row?.lastNumber ?? 0) - (row?.snapshotNumber ?? 0),
      sinceMs: row?.since == null ? 0 : ageMs(row.since),
      sinceFailureMs: row?.failedAt == null ? null : ageMs(row.failedAt),
    };
  }

  /** The open task of a type; `null` when there is none. */
  async findOpen(
    type: TaskTypeOf<'installation'>,
    db: Database | Transaction = this.db,
  ): Promise<TaskRecord | null> {
    const [open] = await db
      .select()
      .from(tasks)
      .where(
        and(eq(tasks.ownerId, INSTALLATION_OWNER_ID), eq(tasks.type, type), isNull(tasks.endedAt)),
      )
      .limit(1);
    return open ?? null;
  }
}

/** What {@link InstallationTasksRepository.sinceLastSnapshot} reads. */
type LastSnapshotRow = {
  readonly lastNumber: string;
  readonly snapshotNumber: number | null;
  readonly since: string | null;
  readonly failedAt: string | null;
};

function newestSnapshotTask(where: SQL): SQL {
  return sql`
    SELECT state, done, ended_at FROM tasks
    WHERE owner_id = ${INSTALLATION_OWNER_ID} AND type = 'snapshot' AND ${where}
    ORDER BY id DESC LIMIT 1`;
}

async function make(
  tx: Transaction,
  taskId: string,
  type: TaskTypeOf<'installation'>,
  { settings, priority }: InstallationTaskTerms,
): Promise<void> {
  const ownerId = INSTALLATION_OWNER_ID;
  const purpose = { type, conversationId: null };
  const known = { taskId, ownerId, skipsQuietWait: true, priority };
  await appendAndApply(tx, [taskCreated(purpose, { ...known, ...(settings ? { settings } : {}) })]);
  const noEntity = { entityKind: null, entityId: null };
  await enqueueForTemporal(tx, { id: taskId, attempt: 1, ownerId, ...noEntity });
}

async function find(tx: Transaction, id: string): Promise<TaskRecord> {
  const [task] = await tx.select().from(tasks).where(eq(tasks.id, id));
  if (task) return task;
  throw new AppError('not_found', `Task ${id} no longer exists.`);
}
