import type { WorkQueue, TaskPriority } from '#contracts/model';
import { kindOf, type TaskType } from '#contracts/tasks';

/** The tasks of one owner that wait in a queue with the same priority. */
export interface WaitingLine {
  readonly queue: WorkQueue;
  readonly ownerId: string;
  readonly priority: TaskPriority;
  readonly waiting: number;
  /** Id of the one that has waited longest. */
  readonly oldestId: string;
}

/** Where a task stands among those of its owner. */
export interface WaitingPlace {
  readonly taskId: string;
  readonly queue: WorkQueue;
  readonly ownerId: string;
  readonly priority: TaskPriority;
  /** 1 for the oldest of the line. */
  readonly rank: number;
}

/** A task, or several of a type, that wait. */
interface Waiter {
  readonly type: TaskType;
  readonly ownerId: string;
  readonly priority: TaskPriority;
}

function keyOf({ type, ownerId, priority }: Waiter): string {
  return `${kindOf(type).queue} ${priority} ${ownerId}`;
}

/** Makes lines of groups by type: tasks of several types may stand in the same line. */
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
 * Counts off where tasks stand in their lines.
 * @param near the oldest first, with nothing of their lines left out between the first and the last
 * @param groups with how many wait for longer than the first of them
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
