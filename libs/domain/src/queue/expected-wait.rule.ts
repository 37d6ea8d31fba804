/** The recent throughput of a queue. */
export interface QueuePace {
  /** How many tasks were completed in the measured time. */
  readonly tasks: number;
  /** How long at least one of them ran, in milliseconds. */
  readonly busyMs: number;
}

/**
 * Estimates how long a task waits: its position times the mean duration, divided by the mean
 * concurrency. The mean duration is the sum of durations over the tasks, and the concurrency is the
 * same sum over the busy time. The sum cancels out, which leaves the busy time over the tasks.
 * @param position of the task in its queue; 1 for the next one
 * @param pace of the queue; `null` when unknown
 * @returns milliseconds, or `null` when the pace is unknown
 */
export function expectedWaitMs(position: number, pace: QueuePace | null): number | null {
  if (pace === null || pace.tasks === 0 || pace.busyMs === 0) return null;
  return Math.round((position * pace.busyMs) / pace.tasks);
}
