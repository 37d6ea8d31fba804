import { sql } from 'drizzle-orm';
import type { TaskType } from '#contracts/tasks';
import type { Transaction } from '../database/database.ts';

/**
 * Types that exclude each other. A restore replaces what a backup reads, and both tidy the same place.
 * What is erased during a restore would be back after it.
 */
const EXCLUSIVE: readonly (readonly [TaskType, TaskType])[] = [
  ['backup', 'restore'],
  ['erasure', 'restore'],
];

/**
 * The types of which at most one task of the installation is open together with one of a type, in
 * alphabetical order.
 */
export function exclusiveTypes(type: TaskType): readonly TaskType[] {
  const pairs = EXCLUSIVE.filter((pair) => pair.includes(type));
  return [...new Set([type, ...pairs.flat()])].sort();
}

/**
 * Serialises transactions that open a task of the installation, so that there is at most one open
 * task of its exclusive types. Released at the end of the transaction.
 */
export async function lockInstallationWork(tx: Transaction, type: TaskType): Promise<void> {
  // Two types that exclude each other have a lock in common; all take theirs in the same order.
  for (const each of exclusiveTypes(type)) {
    await tx.execute(
      sql`SELECT pg_advisory_xact_lock(hashtextextended(${`installation:${each}`}, 0))`,
    );
  }
}
