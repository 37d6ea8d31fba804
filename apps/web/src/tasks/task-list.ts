import type { Task, TaskAdvance } from '../api/types.ts';
import { newerTask } from './newer-task.ts';

/**
 * Applies a fetched list of tasks; newer updates of single tasks are kept.
 *
 * @param known - The displayed tasks.
 * @param fetched - The fetched list, in its order.
 */
export function withFetched(known: readonly Task[], fetched: readonly Task[]): readonly Task[] {
  const byId = new Map(known.map((task) => [task.id, task]));
  return fetched.map((task) => newerTask(byId.get(task.id), task));
}

/** Applies an update of one task; updates of tasks that are not in the list are ignored. */
export function withUpdate(known: readonly Task[], update: Task): readonly Task[] {
  return known.map((task) => (task.id === update.id ? newerTask(task, update) : task));
}

/** Applies the response to an action, which takes precedence over the known state. */
export function withAnswer(known: readonly Task[], answer: Task): readonly Task[] {
  const others = known.some((task) => task.id === answer.id) ? known : [answer, ...known];
  return others.map((task) => (task.id === answer.id ? answer : task));
}

/** Applies the progress and the retry of a running task. */
export function withAdvance(
  known: readonly Task[],
  { taskId, progress, retry }: TaskAdvance,
): readonly Task[] {
  const task = known.find(({ id }) => id === taskId);
  if (task?.state !== 'running') return known;
  // What has advanced does not wait in a queue any more.
  const queue = progress.done > task.progress.done ? null : task.queue;
  return withUpdate(known, { ...task, queue, progress, retry });
}
