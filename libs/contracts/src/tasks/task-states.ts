/** `pending → running → completed | failed | cancelled | timedOut`, optionally by `cancelling`. */
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

/** The final states. A task leaves them only when it is retried. */
export const ENDED_TASK_STATES = [
  'completed',
  'failed',
  'cancelled',
  'timedOut',
] as const satisfies readonly TaskState[];
export type EndedTaskState = (typeof ENDED_TASK_STATES)[number];

/** The states in which a task can be cancelled. */
export const OPEN_TASK_STATES = ['pending', 'running'] as const satisfies readonly TaskState[];
export type OpenTaskState = (typeof OPEN_TASK_STATES)[number];

/** Whether a state is final: no work of the task is running or waiting. */
export function isEnded(state: TaskState): state is EndedTaskState {
  return (ENDED_TASK_STATES as readonly TaskState[]).includes(state);
}
