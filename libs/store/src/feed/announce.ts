import { sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';

/** PostgreSQL channel that carries the id of each task that changed. */
export const TASK_CHANNEL = 'afterword_tasks';

/** PostgreSQL channel that announces new events, with an empty payload. */
export const EVENT_CHANNEL = 'afterword_events';

/**
 * What a statement that changes a task returns, to notify every gateway when its transaction commits
 * without a statement of its own.
 */
export function taskAnnouncement(taskId: string) {
  return { announced: sql<string>`pg_notify(${TASK_CHANNEL}, ${taskId})` };
}

/** Notifies every gateway of new events, when the transaction commits. */
export async function announceEvents(tx: Transaction): Promise<void> {
  await tx.execute(sql`SELECT pg_notify(${EVENT_CHANNEL}, '')`);
}
