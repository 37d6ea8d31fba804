import { and, desc, eq, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm';
import {
  isEnded,
  kindOf,
  type TaskEnding,
  type TaskRun,
  type TaskSettings,
  type TaskState,
  type TaskType,
} from '#contracts/tasks';
import { AppError } from '#platform';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { TASK_CHANNEL } from '../feed/announce.ts';
import { outbox, tasks } from '../schema/index.ts';
import {
  cancelEvent,
  cancelSome,
  MOST_CANCELLED_TOGETHER,
  type CancelledTasks,
  type TaskSelection,
} from './cancel-tasks.ts';
import { endRun } from './run/end-run.ts';
import { lockOpenRun } from './run/lock-run.ts';
import { retriedEvent } from './run/run-events.ts';
import { enqueueForTemporal } from '../signals/enqueue-for-temporal.ts';
import { lockConversation } from '../conversations/lock-conversations.ts';
import { lockProject } from '../projects/lock-project.ts';
import { exclusiveTypes, lockInstallationWork } from './lock-installation-work.ts';
import { toPage, type Page } from '../database/page.ts';
import type { TaskRecord } from './task.records.ts';
import { hasSettings, withSettings } from './task-settings.ts';

export interface TaskListQuery {
  readonly type?: TaskType | undefined;
  readonly state?: TaskState | undefined;
  readonly ownerId?: string | undefined;
  readonly conversationId?: string | undefined;
  /** The project whose workflow runs it. */
  readonly projectId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The most open and the most recent tasks that are read for unknown types. */
const TASKS_IN_SAMPLE = 10_000;

/** Tasks as the API shows them, and the commands that a person may give. */
export class TasksRepository {
  constructor(private readonly db: Database) {}

  async find(id: string): Promise<TaskRecord | null> {
    const [row] = await this.db.select().from(tasks).where(eq(tasks.id, id));
    return row ?? null;
  }

  /** The tasks among these ids that are running. */
  async findRunning(ids: readonly string[]): Promise<readonly TaskRecord[]> {
    return this.db
      .select()
      .from(tasks)
      .where(and(inArray(tasks.id, [...ids]), eq(tasks.state, 'running')));
  }

  /** A page of tasks, newest first. */
  async list(query: TaskListQuery): Promise<Page<TaskRecord>> {
    const { type, state, ownerId, conversationId, projectId, cursor } = query;
    const rows = await this.db
      .select()
      .from(tasks)
      .where(
        and(
          type === undefined ? undefined : eq(tasks.type, type),
          state === undefined ? undefined : eq(tasks.state, state),
          ownerId === undefined ? undefined : eq(tasks.ownerId, ownerId),
          conversationId === undefined ? undefined : eq(tasks.conversationId, conversationId),
          projectId === undefined ? undefined : isOfProject(projectId),
          cursor === undefined ? undefined : lt(tasks.id, cursor),
        ),
      )
      .orderBy(desc(tasks.id))
      .limit(query.limit + 1);
    return toPage(rows, query.limit);
  }

  /**
   * Task types in the database that the caller does not know, such as those of a newer version. It
   * reads a bounded number of open and recent tasks, so its cost does not grow with the history.
   * @param known all task types of the caller
   */
  async unknownTypes(known: readonly string[]): Promise<readonly string[]> {
    const open = sql`SELECT type FROM tasks WHERE ended_at IS NULL LIMIT ${TASKS_IN_SAMPLE}`;
    const newest = sql`SELECT type FROM tasks ORDER BY id DESC LIMIT ${TASKS_IN_SAMPLE}`;
    const { rows } = await this.db.execute<{ type: string }>(
      sql`SELECT DISTINCT type FROM ((${open}) UNION ALL (${newest})) sample ORDER BY type`,
    );
    return rows.map(({ type }) => type).filter((type) => !known.includes(type));
  }

  /**
   * Cancels a task. A pending task ends at once: if its workflow still starts, it finds the run
   * ended and does nothing. A running task is `cancelling` until its workflow has stopped. For a
   * cancelling task this does nothing.
   * @throws AppError `not_found`, `task_not_cancellable`
   */
  async requestCancel(id: string): Promise<TaskRecord> {
    return this.change(id, async (tx, task) => {
      if (task.state === 'cancelling') return;
      if (isEnded(task.state)) throw notCancellable(task);
      if (!kindOf(task.type).cancellable) throw goesOn(task);
      await appendAndApply(tx, [cancelEvent(task)]);
      await tx.insert(outbox).values({ kind: 'cancel', taskId: id, attempt: task.attempt });
    });
  }

  /**
   * Cancels many tasks, a bounded number per transaction. Ended and cancelling tasks are skipped, and
   * those that go on until all is done; tasks that are created meanwhile may be included.
   */
  async cancelAll(selection: TaskSelection): Promise<CancelledTasks> {
    const all = { cancelling: [] as string[], cancelled: [] as string[] };
    for (let some = MOST_CANCELLED_TOGETHER; some === MOST_CANCELLED_TOGETHER;) {
      const asked = await inTransaction(this.db, (tx) => cancelSome(tx, selection));
      all.cancelling.push(...asked.cancelling);
      all.cancelled.push(...asked.cancelled);
      some = asked.cancelling.length + asked.cancelled.length;
    }
    return all;
  }

  /**
   * Runs a task again that failed, was cancelled or timed out, or a completed one with other
   * settings. Parts that were finished with the same settings are reused. Refused while another
   * task does the same work: a conversation has one open summary at a time, a clip one
   * transcription, the installation one backup.
   * @param given settings to replace; the others stay
   * @throws AppError `not_found`, `task_not_retryable`
   */
  async retry(id: string, given: TaskSettings = {}): Promise<TaskRecord> {
    return this.change(id, async (tx, task) => {
      const changed = !hasSettings(task.settings, given);
      if (!isEnded(task.state) || (task.state === 'completed' && !changed)) {
        throw notRetryable(task);
      }
      await refuseIfSameWorkIsOpen(tx, task);
      const settings = changed ? withSettings(task.settings, given) : undefined;
      await appendAndApply(tx, [retriedEvent(task, settings)]);
      await enqueueForTemporal(tx, { ...task, attempt: task.attempt + 1 });
    });
  }

  /** Stores the progress of a run. Does nothing when it has ended or was replaced. */
  async advance(run: TaskRun, done: number, total: number): Promise<void> {
    await this.db.execute(sql`
      UPDATE tasks SET done = ${done}, total = ${total}, version = version + 1
      WHERE id = ${run.taskId} AND attempt = ${run.attempt} AND ended_at IS NULL
      RETURNING pg_notify(${TASK_CHANNEL}, id)`);
  }

  /** Records that a run failed or was cancelled. Does nothing when it has ended or was replaced. */
  async end(run: TaskRun, ending: TaskEnding): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      const task = await lockOpenRun(tx, run);
      if (task !== null) await endRun(tx, task, ending);
    });
  }

  /** Locks the task, changes it, and reads it back. */
  private async change(
    id: string,
    work: (tx: Transaction, task: TaskRecord) => Promise<void>,
  ): Promise<TaskRecord> {
    return inTransaction(this.db, async (tx) => {
      const [task] = await tx.select().from(tasks).where(eq(tasks.id, id)).for('update');
      if (!task) throw new AppError('not_found', `There is no task ${id}.`);
      await work(tx, task);
      const [changed] = await tx.select().from(tasks).where(eq(tasks.id, id));
      return changed ?? task;
    });
  }
}

function isOfProject(projectId: string): SQL | undefined {
  return and(eq(tasks.entityKind, 'project'), eq(tasks.entityId, projectId));
}

/** Locks the subject of the work, so that no task for the same work is created concurrently. */
async function refuseIfSameWorkIsOpen(tx: Transaction, task: TaskRecord): Promise<void> {
  const { type, conversationId, clipId, entityId, settings } = task;
  const { oneAtATime, of } = kindOf(type);
  if (!oneAtATime) return;
  if (conversationId !== null) await lockConversation(tx, conversationId);
  else if (of === 'installation') await lockInstallationWork(tx, type);
  else if (of === 'project' && entityId !== null) await lockProject(tx, entityId);
  else return;
  const [other] = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(
      and(
        inArray(tasks.type, [...exclusiveTypes(type)]),
        conversationId === null
          ? isNull(tasks.conversationId)
          : eq(tasks.conversationId, conversationId),
        clipId === null ? undefined : eq(tasks.clipId, clipId),
        entityId === null ? undefined : eq(tasks.entityId, entityId),
        settings.agent === undefined
          ? undefined
          : sql`${tasks.settings}->>'agent' = ${settings.agent}`,
        isNull(tasks.endedAt),
      ),
    )
    .limit(1);
  if (!other) return;
  const message = `The task cannot be retried: ${other.id} is doing the same work.`;
  throw new AppError('task_not_retryable', message);
}

function notCancellable(task: TaskRecord): AppError {
  return new AppError('task_not_cancellable', `The task has ended already: it is ${task.state}.`);
}

function goesOn({ type }: TaskRecord): AppError {
  const nextAction = 'Wait until it has ended.';
  const message = `A task of the type ${type} goes on until all of it is done.`;
  return new AppError('task_not_cancellable', message, { nextAction });
}

function notRetryable(task: TaskRecord): AppError {
  const as = task.state === 'completed' ? ', and the settings are the same' : '';
  return new AppError(
    'task_not_retryable',
    `The task cannot be retried: it is ${task.state}${as}.`,
  );
}
