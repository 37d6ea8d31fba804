import { sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import type { NewBulkChange } from './bulk-change.records.ts';
import { insertBulkChange } from './bulk-change-rows.ts';

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
