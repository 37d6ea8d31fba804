import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { isEnded } from '#contracts/tasks';
import type { EntityKind } from '#contracts/workflows';
import type { Transaction } from '../database/database.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { outbox, tasks, workSignals } from '../schema/index.ts';
import { endRun } from '../tasks/run/end-run.ts';
import type { TaskRecord } from '../tasks/task.records.ts';
import { retriedEvent } from '../tasks/run/run-events.ts';
import { enqueueForTemporal } from '../signals/enqueue-for-temporal.ts';

/** Locks tasks in the order in which all writers do. */
export async function lockTasks(tx: Transaction, condition: SQL): Promise<readonly TaskRecord[]> {
  return tx.select().from(tasks).where(condition).orderBy(asc(tasks.id)).for('update');
}

/**
 * Ends the open ones of tasks that leave their table, and asks Temporal to stop their runs. Those
 * runs find no task any more, so they write nothing.
 * @param locked all tasks that leave
 * @returns ids of the tasks that nobody had cancelled before
 */
export async function stopTasks(
  tx: Transaction,
  locked: readonly TaskRecord[],
): Promise<readonly string[]> {
  const open = locked.filter(({ state }) => !isEnded(state));
  for (const task of open) await endRun(tx, task, { state: 'cancelled' });
  const all = locked.map((task) => task.id);
  // A cancellation that was not delivered yet goes on without its task; a start does not.
  await tx.execute(sql`
    WITH dropped AS (DELETE FROM ${outbox} WHERE task_id = ANY(${sql.param(all)}) AND kind = 'start')
    UPDATE ${outbox} SET binned_task = to_jsonb(tasks) FROM tasks
    WHERE outbox.task_id = tasks.id AND kind = 'cancel' AND tasks.id = ANY(${sql.param(all)})`);
  const stopped = open.filter(({ state }) => state !== 'cancelling');
  const ids = stopped.map((task) => task.id);
  await tx.execute(sql`
    INSERT INTO ${outbox} (kind, task_id, attempt, binned_task)
    SELECT 'cancel', id, attempt, to_jsonb(tasks) FROM tasks WHERE id = ANY(${sql.param(ids)})`);
  return ids;
}

/** Nothing wakes the workflow of an entity that is gone. */
export async function dropSignals(tx: Transaction, kind: EntityKind, id: string): Promise<void> {
  await tx
    .delete(workSignals)
    .where(and(eq(workSignals.entityKind, kind), eq(workSignals.entityId, id)));
}

/** Starts the tasks again that a deletion has stopped. */
export async function resumeTasks(tx: Transaction, ids: readonly string[]): Promise<void> {
  const stopped = await tx
    .select()
    .from(tasks)
    .where(inArray(tasks.id, [...ids]))
    .orderBy(asc(tasks.id));
  await appendAndApply(
    tx,
    stopped.map((task) => retriedEvent(task)),
  );
  for (const task of stopped) await enqueueForTemporal(tx, { ...task, attempt: task.attempt + 1 });
}
