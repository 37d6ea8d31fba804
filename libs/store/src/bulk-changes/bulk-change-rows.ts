import { eq, type SQL } from 'drizzle-orm';
import { INSTALLATION_OWNER_ID } from '#contracts/model';
import { AppError } from '#platform';
import type { Database, Transaction } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { bulkChanges, tasks } from '../schema/index.ts';
import { createStartedTask } from '../tasks/requests/create-started-task.ts';
import type { BulkChangeRecord, NewBulkChange } from './bulk-change.records.ts';

/** Stores a request and enqueues its task. */
export async function insertBulkChange(
  tx: Transaction,
  id: string,
  given: NewBulkChange,
): Promise<void> {
  const ownerId = given.ownerId ?? INSTALLATION_OWNER_ID;
  const taskId = newId('task');
  const { selection } = given;
  const total = selection.kind === 'ids' ? { total: selection.ids.length } : {};
  await createStartedTask(tx, 'bulk_change', { taskId, ownerId, ...total });
  await tx.insert(bulkChanges).values({ ...given, id, taskId, createdAt: new Date() });
}

/** Bulk changes with their tasks. */
export function joinedBulkChanges(db: Database | Transaction) {
  return db
    .select({ row: bulkChanges, task: tasks })
    .from(bulkChanges)
    .innerJoin(tasks, eq(tasks.id, bulkChanges.taskId));
}

/** A joined row as a record. */
export function toBulkChange({
  row,
  task,
}: Awaited<ReturnType<typeof joinedBulkChanges>>[number]): BulkChangeRecord {
  const { taskId: _taskId, ...change } = row;
  return { ...change, task };
}

/** The first one of a condition; `null` when there is none. */
export async function findOneBulkChange(
  db: Database | Transaction,
  where: SQL | undefined,
): Promise<BulkChangeRecord | null> {
  const [one] = await joinedBulkChanges(db).where(where).limit(1);
  return one ? toBulkChange(one) : null;
}

/** @throws AppError `not_found` */
export async function foundBulkChange(
  db: Database | Transaction,
  id: string,
): Promise<BulkChangeRecord> {
  const one = await findOneBulkChange(db, eq(bulkChanges.id, id));
  if (one) return one;
  throw new AppError('not_found', `There is no bulk change ${id}.`);
}

/** One by its id; `null` when it was removed. */
export function findBulkChange(
  db: Database | Transaction,
  id: string,
): Promise<BulkChangeRecord | null> {
  return findOneBulkChange(db, eq(bulkChanges.id, id));
}
