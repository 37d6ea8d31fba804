import { and, asc, eq, inArray, notInArray, type SQL } from 'drizzle-orm';
import { taskTypesWhere, type OpenTaskState, type TaskType } from '#contracts/tasks';
import type { Transaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { outbox, tasks } from '../schema/index.ts';
import { lockConversations } from '../conversations/lock-conversations.ts';
import { runEvent } from './run/run-events.ts';
import type { TaskRecord } from './task.records.ts';

/** Selects tasks to cancel. A task must match all given fields. */
export interface TaskSelection {
  readonly ids?: readonly string[] | undefined;
  readonly ownerId?: string | undefined;
  readonly conversationId?: string | undefined;
  readonly type?: TaskType | undefined;
  readonly state?: OpenTaskState | undefined;
}

/** Ids of tasks whose cancellation was requested. */
export interface CancelledTasks {
  /** Tasks that had started. They end when their workflow has stopped. */
  readonly cancelling: readonly string[];
  /** Tasks that were pending. They have ended. */
  readonly cancelled: readonly string[];
}

/** Maximum number of tasks that one transaction cancels. */
export const MOST_CANCELLED_TOGETHER = 100;

/**
 * Cancels up to {@link MOST_CANCELLED_TOGETHER} selected tasks, oldest first: a pending task ends
 * at once, a running one is `cancelling` until its workflow has stopped.
 */
export async function cancelSome(
  tx: Transaction,
  selection: TaskSelection,
): Promise<CancelledTasks> {
  const open = await tx
    .select()
    .from(tasks)
    .where(and(...conditionsOf(selection)))
    .orderBy(asc(tasks.id))
    .limit(MOST_CANCELLED_TOGETHER)
    .for('update');
  // The end of a summary changes its conversation. All code locks conversations in this order.
  await lockConversations(tx, open.filter(isSummary).flatMap(conversationsOf));
  await cancelLocked(tx, open);
  const idsOf = (isPending: boolean) =>
    open.filter(({ state }) => (state === 'pending') === isPending).map(({ id }) => id);
  return { cancelling: idsOf(false), cancelled: idsOf(true) };
}

/** Cancels pending and running tasks that are locked, and tells Temporal. */
export async function cancelLocked(tx: Transaction, open: readonly TaskRecord[]): Promise<void> {
  await appendAndApply(tx, open.map(cancelEvent));
  const messages = open.map(({ id, attempt }) => ({
    kind: 'cancel' as const,
    taskId: id,
    attempt,
  }));
  await insertRows(tx, outbox, ['kind', 'taskId', 'attempt'], messages);
}

/** The event of a cancellation: a pending task is cancelled, for a running one it is requested. */
export function cancelEvent(task: TaskRecord) {
  const type = task.state === 'pending' ? 'task_cancelled' : 'task_cancel_requested';
  return { ...runEvent(task, type), type, data: { attempt: task.attempt } } as const;
}

function conditionsOf(selection: TaskSelection): (SQL | undefined)[] {
  const { ids, ownerId, conversationId, type, state } = selection;
  return [
    inArray(tasks.state, ['pending', 'running']),
    notInArray(tasks.type, [...taskTypesWhere(({ cancellable }) => !cancellable)]),
    ids && inArray(tasks.id, [...ids]),
    ownerId === undefined ? undefined : eq(tasks.ownerId, ownerId),
    conversationId === undefined ? undefined : eq(tasks.conversationId, conversationId),
    type && eq(tasks.type, type),
    state && eq(tasks.state, state),
  ];
}

function isSummary({ type }: TaskRecord): boolean {
  return type === 'summary';
}

function conversationsOf({ conversationId }: TaskRecord): readonly string[] {
  return conversationId === null ? [] : [conversationId];
}
