import type { Task, TaskAdvance } from '../api/types.ts';
import { newerTask } from './newer-task.ts';

/**
 * Takes in a list of tasks as it was fetched; what was heard since of single tasks is kept.
 *
 * @param known - What is shown.
 * @param fetched - The list, in its order.
 */
export function withFetched(known: readonly Task[], fetched: readonly Task[]): readonly Task[] {
  const byId = new Map(known.map((task) => [task.id, task]));
  return fetched.map((task) => newerTask(byId.get(task.id), task));
}

/** Takes in news of one task; the news of a task that is not in the list are left out. */
export function withNews(known: readonly Task[], news: Task): readonly Task[] {
  return known.map((task) => (task.id === news.id ? newerTask(task, news) : task));
}

/** Takes in the answer to a person's wish, which counts more than what was known. */
export function withAnswer(known: readonly Task[], answer: Task): readonly Task[] {
  const others = known.some((task) => task.id === answer.id) ? known : [answer, ...known];
  return others.map((task) => (task.id === answer.id ? answer : task));
}

/** Takes in how far a running task has come, and what of it is tried again. */
export function withAdvance(
  known: readonly Task[],
  { taskId, progress, retry }: TaskAdvance,
): readonly Task[] {
  const task = known.find(({ id }) => id === taskId);
  return task?.state === 'running' ? withNews(known, { ...task, progress, retry }) : known;
}
