import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import type { BulkChangeRecord, NewBulkChange } from './bulk-change.records.ts';
import { findBulkChange, insertBulkChange } from './bulk-change-rows.ts';

/** Of a preview with `applied_by` and `undone_by`: no bulk change is at work on it. */
export const IS_OVER = sql`NOT EXISTS (
  SELECT FROM bulk_changes JOIN tasks ON tasks.id = bulk_changes.task_id
  WHERE bulk_changes.id IN (applied_by, undone_by) AND tasks.ended_at IS NULL)`;

/** Enqueues what a preview shows, or its undoing. @returns the id of the bulk change */
export async function beginPreviewed(
  tx: Transaction,
  given: Pick<NewBulkChange, 'ownerId' | 'action' | 'selection'>,
): Promise<string> {
  const id = newId('bulkChange');
  await insertBulkChange(tx, id, { ...given, permanently: false });
  return id;
}

/** What became of a preview: the bulk changes that made and undid it, or null. */
export async function becameOf(
  db: Database,
  { appliedBy, undoneBy }: { readonly appliedBy: string | null; readonly undoneBy: string | null },
): Promise<{
  readonly applied: BulkChangeRecord | null;
  readonly undone: BulkChangeRecord | null;
}> {
  const found = (id: string | null) => (id === null ? null : findBulkChange(db, id));
  return { applied: await found(appliedBy), undone: await found(undoneBy) };
}

/** Whether all that a preview shows was made, so that it can be undone. @param appliedBy the bulk change that makes it */
export async function isApplied(tx: Transaction, appliedBy: string | null): Promise<boolean> {
  if (appliedBy === null) return false;
  const applied = await findBulkChange(tx, appliedBy);
  return applied === null || applied.task.endedAt !== null;
}
