import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { isEnded, type TaskState, type TaskType } from '#contracts/messages';
import { AppError } from '#platform';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { outbox, tasks } from '../schema/index.ts';
import { toPage, type Page } from './page.ts';

export type TaskRecord = typeof tasks.$inferSelect;

export interface TaskListQuery {
  readonly type?: TaskType | undefined;
  readonly state?: TaskState | undefined;
  readonly ownerId?: string | undefined;
  readonly conversationId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Tasks as the API shows them, and what a person may ask of them. */
export class TasksRepository {
  constructor(private readonly db: Database) {}

  async find(id: string): Promise<TaskRecord | null> {
    const [row] = await this.db.select().from(tasks).where(eq(tasks.id, id));
    return row ?? null;
  }

  /** The newest first. */
  async list(query: TaskListQuery): Promise<Page<TaskRecord>> {
    const { type, state, ownerId, conversationId, cursor } = query;
    const rows = await this.db
      .select()
      .from(tasks)
      .where(
        and(
          type === undefined ? undefined : eq(tasks.type, type),
          state === undefined ? undefined : eq(tasks.state, state),
          ownerId === undefined ? undefined : eq(tasks.ownerId, ownerId),
          conversationId === undefined ? undefined : eq(tasks.conversationId, conversationId),
          cursor === undefined ? undefined : lt(tasks.id, cursor),
        ),
      )
      .orderBy(desc(tasks.id))
      .limit(query.limit + 1);
    return toPage(rows, query.limit);
  }

  /**
   * Asks for the end of a task. One whose start Temporal has not been told of ends at once; any
   * other is `cancelling` until its workflow has stopped. Asking again changes nothing.
   * @throws AppError `not_found`, `task_not_cancellable`
   */
  async requestCancel(id: string): Promise<TaskRecord> {
    return this.change(id, async (tx, task) => {
      if (task.state === 'cancelling') return;
      if (isEnded(task.state)) throw notCancellable(task);
      const withdrawn = task.state === 'pending' && (await withdrawStart(tx, task));
      await appendAndApply(tx, [
        {
          ...subjectOf(task, withdrawn ? 'task_cancelled' : 'task_cancel_requested'),
          type: withdrawn ? 'task_cancelled' : 'task_cancel_requested',
          data: { attempt: task.attempt },
        },
      ]);
      if (!withdrawn) {
        await tx.insert(outbox).values({ kind: 'cancel', taskId: id, attempt: task.attempt });
      }
    });
  }

  /**
   * Runs a task again that failed, was cancelled or timed out. Its finished chunks are kept.
   * @throws AppError `not_found`, `task_not_retryable`
   */
  async retry(id: string): Promise<TaskRecord> {
    return this.change(id, async (tx, task) => {
      if (!isEnded(task.state) || task.state === 'completed') throw notRetryable(task);
      const attempt = task.attempt + 1;
      const subject = subjectOf({ ...task, attempt }, 'task_retried');
      await appendAndApply(tx, [{ ...subject, type: 'task_retried', data: { attempt } }]);
      await tx.insert(outbox).values({ kind: 'start', taskId: id, attempt });
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

/** What every event about a run of a task says; a run leaves one event of each type. */
export function subjectOf(task: TaskRecord, type: string) {
  return {
    ownerId: task.ownerId,
    conversationId: task.conversationId,
    taskId: task.id,
    idempotencyKey: `${type}:${task.id}:${task.attempt}`,
  };
}

/** Takes the start out of the outbox, unless a dispatcher has its hands on it. */
async function withdrawStart(tx: Transaction, task: TaskRecord): Promise<boolean> {
  const waiting = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.taskId, task.id), eq(outbox.kind, 'start')))
    .for('update', { skipLocked: true });
  const ids = waiting.map((row) => row.id);
  if (ids.length === 0) return false;
  await tx.delete(outbox).where(inArray(outbox.id, ids));
  return true;
}

function notCancellable(task: TaskRecord): AppError {
  return new AppError('task_not_cancellable', `The task has ended already: it is ${task.state}.`);
}

function notRetryable(task: TaskRecord): AppError {
  return new AppError('task_not_retryable', `The task cannot be retried: it is ${task.state}.`);
}
