import { sql } from 'drizzle-orm';
import type { TaskType } from '#contracts/tasks';
import type { Transaction } from '../database/database.ts';

/**
 * Serialises transactions that open a task of the installation, so that there is at most one open
 * task of a type. Released at the end of the transaction.
 */
export async function lockInstallationWork(tx: Transaction, type: TaskType): Promise<void> {
  const key = `installation:${type}`;
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}
