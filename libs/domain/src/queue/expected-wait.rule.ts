/** How a queue went lately. */
export interface QueuePace {
  /** How many tasks ended. */
  readonly tasks: number;
  /** How long at least one of them ran, in milliseconds. */
  readonly busyMs: number;
}

/**
 * Estimates how long a task waits: its position times the mean duration, by how many ran at once.
 * Both have the sum of all durations in them, so what is left of it is the time in which any task
 * ran, by the number of tasks.
 * @param position of the task in its queue; 1 for the next
 * @param pace of the queue; `null` when nothing is known of it
 * @returns milliseconds, or `null` when nothing is known
 */
export function expectedWaitMs(position: number, pace: QueuePace | null): number | null {
  if (pace === null || pace.tasks === 0 || pace.busyMs === 0) return null;
  return Math.round((position * pace.busyMs) / pace.tasks);
}
