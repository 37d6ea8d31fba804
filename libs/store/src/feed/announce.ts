import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.ts';

/** PostgreSQL channel that carries the id of each task that changed. */
export const TASK_CHANNEL = 'afterword_tasks';

/** PostgreSQL channel that announces new events, with an empty payload. */
export const EVENT_CHANNEL = 'afterword_events';

/** Notifies every gateway that a task changed, when the transaction commits. */
export async function announceTask(tx: Database | Transaction, taskId: string): Promise<void> {
  await tx.execute(sql`SELECT pg_notify(${TASK_CHANNEL}, ${taskId})`);
}

/** Notifies every gateway of new events, when the transaction commits. */
export async function announceEvents(tx: Transaction): Promise<void> {
  await tx.execute(sql`SELECT pg_notify(${EVENT_CHANNEL}, '')`);
}
