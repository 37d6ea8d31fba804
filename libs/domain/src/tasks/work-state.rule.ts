import type { TaskState } from '#contracts/tasks';

/** States by weight: what is open comes first, then what needs attention. */
const BY_WEIGHT: readonly TaskState[] = [
  'running',
  'pending',
  'cancelling',
  'failed',
  'timedOut',
  'cancelled',
  'completed',
];

/**
 * The state of the work on something, as a list shows it: that of an open task if there is one, else
 * that of a task that needs attention.
 * @param states states of its tasks, in any order
 * @returns `null` when it has no tasks
 */
export function workStateOf(states: readonly TaskState[]): TaskState | null {
  return BY_WEIGHT.find((state) => states.includes(state)) ?? null;
}
