import type { Task } from '../api/types.ts';
import { isEnded } from './task-words.ts';

/**
 * News of a task comes by two ways, a stream and a list, and may overtake each other.
 *
 * @param known - What the page shows now.
 * @param arrived - What came in.
 * @returns The one that is further on.
 */
export function newerTask(known: Task | undefined, arrived: Task): Task {
  if (known === undefined || arrived.attempt > known.attempt) return arrived;
  if (arrived.attempt < known.attempt) return known;
  if (isEnded(known.state) && !isEnded(arrived.state)) return known;
  const wentBack =
    arrived.state === known.state && arrived.progress.percent < known.progress.percent;
  return wentBack ? known : arrived;
}
