import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';

/** PostgreSQL channel that carries the id of each task that changed. */
export const TASK_CHANNEL = 'afterword_tasks';

/** PostgreSQL channel that announces new events, with an empty payload. */
export const EVENT_CHANNEL = 'afterword_events';

/**
 * Notifies every gateway that a task changed, when the transaction commits. Part of the statement
 * that changes the task, so it takes no round trip.
 * @param taskId expression for the id of the task
 */
export function announceTask(taskId: SQLWrapper): SQL {
  return sql`pg_notify(${TASK_CHANNEL}, ${taskId})`;
}

/** Notifies every gateway of new events, when the transaction commits. */
export const ANNOUNCE_EVENTS = sql`pg_notify(${EVENT_CHANNEL}, '')`;
