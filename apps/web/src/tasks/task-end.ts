import type { LoggedEvent } from '../api/types.ts';

const ENDS: readonly string[] = ['task_completed', 'task_failed', 'task_cancelled'];

/** Whether an event is the end of a task. */
export function isEndOf(event: Pick<LoggedEvent, 'type' | 'taskId'>, taskId: string): boolean {
  return event.taskId === taskId && ENDS.includes(event.type);
}
