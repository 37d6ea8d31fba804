import type { WorkQueue, TaskPriority } from '#contracts/model';
import { kindOf, type TaskType } from '#contracts/tasks';

/** The tasks of one owner that wait in a queue with the same priority. */
export interface WaitingLine {
  readonly queue: WorkQueue;
  readonly ownerId: string;
  readonly priority: TaskPriority;
  readonly waiting: number;
  /** Id of the task that has waited longest. */
  readonly oldestId: string;
}

/** The position of a task among those of its owner. */
export interface WaitingPlace {
  readonly taskId: string;
  readonly queue: WorkQueue;
  readonly ownerId: string;
  readonly priority: TaskPriority;
  /** 1 for the oldest task of the line. */
  readonly rank: number;
}

/** A pending task, or a group of pending tasks of one type. */
interface Waiter {
  readonly type: TaskType;
  readonly ownerId: string;
  readonly priority: TaskPriority;
}

function keyOf({ type, ownerId, priority }: Waiter): string {
  return `${kindOf(type).queue} ${priority} ${ownerId}`;
}

/** Merges groups by type into lines, because several types may share a line. */
export function linesOf(
  groups: readonly (Waiter & { readonly waiting: number; readonly oldestId: string | null })[],
): readonly WaitingLine[] {
  return [...Map.groupBy(groups, keyOf).values()].flatMap((same) => {
    const [one] = same;
    if (!one) return [];
    const oldest = same.flatMap(({ oldestId }) => oldestId ?? []).sort();
    return {
      queue: kindOf(one.type).queue,
      ownerId: one.ownerId,
      priority: one.priority,
      waiting: same.reduce((sum, { waiting }) => sum + waiting, 0),
      oldestId: oldest[0] ?? '',
    };
  });
}

/**
 * Computes the ranks of tasks in their lines.
 * @param near tasks, oldest first, with every task of their lines between the first and the last
 * @param groups with the number of tasks that are older than the first of `near`
 */
export function rankedIn(
  near: readonly (Waiter & { readonly taskId: string })[],
  groups: readonly (Waiter & { readonly before: number })[],
): readonly WaitingPlace[] {
  const ranks = new Map<string, number>();
  for (const group of groups) {
    ranks.set(keyOf(group), (ranks.get(keyOf(group)) ?? 0) + group.before);
  }
  return near.map((waiter) => {
    const { taskId, type, ownerId, priority } = waiter;
    const rank = (ranks.get(keyOf(waiter)) ?? 0) + 1;
    ranks.set(keyOf(waiter), rank);
    return { taskId, queue: kindOf(type).queue, ownerId, priority, rank };
  });
}
