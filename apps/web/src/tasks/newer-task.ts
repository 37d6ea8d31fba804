import type { Task } from '../api/types.ts';
import { isEnded } from './task-words.ts';

/**
 * Selects the newer of two versions of a task, because updates arrive by a stream and by lists, and
 * may arrive out of order.
 *
 * @param known - The version that the page shows.
 * @param arrived - The version that arrived.
 * @returns The newer version.
 */
export function newerTask(known: Task | undefined, arrived: Task): Task {
  if (known === undefined || arrived.attempt > known.attempt) return arrived;
  if (arrived.attempt < known.attempt) return known;
  if (isEnded(known.state) && !isEnded(arrived.state)) return known;
  const wentBack =
    arrived.state === known.state && arrived.progress.percent < known.progress.percent;
  return wentBack ? known : arrived;
}
