/** `pending → running → completed | failed | cancelled | timedOut`, with `cancelling` on the way. */
export const TASK_STATES = [
  'pending',
  'running',
  'cancelling',
  'completed',
  'failed',
  'cancelled',
  'timedOut',
] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** The states that a task leaves only by being retried. */
export const ENDED_TASK_STATES = [
  'completed',
  'failed',
  'cancelled',
  'timedOut',
] as const satisfies readonly TaskState[];
export type EndedTaskState = (typeof ENDED_TASK_STATES)[number];

/** The states of a task that can be asked to end. */
export const OPEN_TASK_STATES = ['pending', 'running'] as const satisfies readonly TaskState[];
export type OpenTaskState = (typeof OPEN_TASK_STATES)[number];

/** Whether no work is going on or waiting for a task in this state. */
export function isEnded(state: TaskState): state is EndedTaskState {
  return (ENDED_TASK_STATES as readonly TaskState[]).includes(state);
}
