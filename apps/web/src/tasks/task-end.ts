import type { LoggedEvent } from '../api/types.ts';

const ENDS: readonly string[] = ['task_completed', 'task_failed', 'task_cancelled'];

/** The owner of tasks that work on all data. */
const INSTALLATION_OWNER = 'installation';

/** Whether an event is the end of a task. */
export function isEndOf(event: Pick<LoggedEvent, 'type' | 'taskId'>, taskId: string): boolean {
  return event.taskId === taskId && ENDS.includes(event.type);
}

/** Whether an event is the end of any task. */
export function isEnd({ type }: Pick<LoggedEvent, 'type'>): boolean {
  return ENDS.includes(type);
}

/** Whether an event is the end of a task that works on all data, such as a backup. */
export function isEndForAll({ type, ownerId }: Pick<LoggedEvent, 'type' | 'ownerId'>): boolean {
  return ownerId === INSTALLATION_OWNER && ENDS.includes(type);
}
