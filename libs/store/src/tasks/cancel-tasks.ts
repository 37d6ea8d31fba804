import { and, asc, eq, inArray, type SQL } from 'drizzle-orm';
import type { OpenTaskState, TaskType } from '#contracts/tasks';
import type { Transaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { outbox, tasks } from '../schema/index.ts';
import { lockConversations } from '../conversations/lock-conversations.ts';
import { runEvent } from './run/run-events.ts';
import type { TaskRecord } from './task.records.ts';

/** Which tasks are to end; all that is given must be true of them. */
export interface TaskSelection {
  readonly ids?: readonly string[] | undefined;
  readonly ownerId?: string | undefined;
  readonly conversationId?: string | undefined;
  readonly type?: TaskType | undefined;
  readonly state?: OpenTaskState | undefined;
}

/** What became of tasks that were asked to end. */
export interface CancelledTasks {
  /** Their work has begun; they end when it has stopped. */
  readonly cancelling: readonly string[];
  /** Their work had not begun; they have ended. */
  readonly cancelled: readonly string[];
}

/** The most tasks that are changed in one transaction. */
export const MOST_CANCELLED_TOGETHER = 100;

/**
 * Asks for the end of some tasks, the oldest first, as of each alone: one whose work has not begun
 * ends at once, any other is `cancelling` until its workflow has stopped.
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
  // A summary that ends is written down in its conversation; others lock these in the same order.
  await lockConversations(tx, open.filter(isSummary).flatMap(conversationsOf));
  await appendAndApply(tx, open.map(cancelEvent));
  const messages = open.map(({ id, attempt }) => ({
    kind: 'cancel' as const,
    taskId: id,
    attempt,
  }));
  await insertRows(tx, outbox, ['kind', 'taskId', 'attempt'], messages);
  const idsOf = (isPending: boolean) =>
    open.filter(({ state }) => (state === 'pending') === isPending).map(({ id }) => id);
  return { cancelling: idsOf(false), cancelled: idsOf(true) };
}

/** The event that the end of a task was asked for, or has come with that. */
export function cancelEvent(task: TaskRecord) {
  const type = task.state === 'pending' ? 'task_cancelled' : 'task_cancel_requested';
  return { ...runEvent(task, type), type, data: { attempt: task.attempt } } as const;
}

function conditionsOf(selection: TaskSelection): (SQL | undefined)[] {
  const { ids, ownerId, conversationId, type, state } = selection;
  return [
    inArray(tasks.state, ['pending', 'running']),
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
