import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { TaskRun } from '#contracts/tasks';
import type { Database, Transaction } from '../database/database.ts';
import type { EventOf } from '../events/domain-events.ts';
import { events } from '../schema/index.ts';

/** What the log says of a restore. */
export type RestoreRecord = EventOf<'installation_restored'>['data'];

const recordSchema = z.object({
  backupId: z.string(),
  takenAt: z.string(),
  eventNumber: z.number(),
  restorePointId: z.string(),
  rows: z.number(),
}) satisfies z.ZodType<RestoreRecord>;

/** The key of the event that a run of a restore leaves in the database that it restored. */
export function restoreKey({ taskId, attempt }: TaskRun): string {
  return `installation_restored:${taskId}:${attempt}`;
}

/** The record that a run of a restore has left; `null` in a database that it did not restore. */
export async function findRestoreRecord(
  db: Database | Transaction,
  run: TaskRun,
): Promise<RestoreRecord | null> {
  const [found] = await db
    .select({ data: events.data })
    .from(events)
    .where(and(eq(events.idempotencyKey, restoreKey(run)), eq(events.type, RESTORED)));
  return found === undefined ? null : recordSchema.parse(found.data);
}

const RESTORED = 'installation_restored';
