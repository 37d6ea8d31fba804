import { sql } from 'drizzle-orm';
import type { TaskType } from '#contracts/tasks';
import type { Transaction } from '../database/database.ts';

/** A restore replaces what a backup reads, and both tidy the same place. */
const EXCLUSIVE: readonly TaskType[] = ['backup', 'restore'];

/** The types of which at most one task of the installation is open together with one of a type. */
export function exclusiveTypes(type: TaskType): readonly TaskType[] {
  return EXCLUSIVE.includes(type) ? EXCLUSIVE : [type];
}

/**
 * Serialises transactions that open a task of the installation, so that there is at most one open
 * task of its exclusive types. Released at the end of the transaction.
 */
export async function lockInstallationWork(tx: Transaction, type: TaskType): Promise<void> {
  const key = `installation:${exclusiveTypes(type).join('+')}`;
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}
