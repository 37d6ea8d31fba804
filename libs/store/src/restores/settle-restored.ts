import { and, asc, gt, inArray, isNull, sql } from 'drizzle-orm';
import { INSTALLATION_OWNER_ID } from '#contracts/model';
import type { TaskRun } from '#contracts/tasks';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { outbox, tasks, workSignals } from '../schema/index.ts';
import { enqueueForTemporal } from '../signals/enqueue-for-temporal.ts';
import { endRun } from '../tasks/run/end-run.ts';
import { retriedEvent } from '../tasks/run/run-events.ts';
import type { TaskRecord } from '../tasks/task.records.ts';
import { countRows } from './count-rows.ts';
import { recordRestoreTask } from './record-restore-task.ts';
import { findRestoreRecord, restoreKey, type RestoreRecord } from './restore-record.ts';

/** A restored database, and the one that it will replace. */
export interface RestoredPair {
  readonly restored: Database;
  /** Nobody writes to it. */
  readonly replaced: Database;
}

const PAGE = 500;

/**
 * Prepares a restored database to take the place of another one, in one transaction. A backup holds
 * nothing of what was in flight in Temporal, so:
 * - open tasks start again, with an attempt that no run of the replaced database has, so that none
 *   can write to them; cancelled ones end, and so do those of the installation;
 * - numbers that clients know only ever grow: sequences of events and versions of tasks go on after
 *   those of the replaced database;
 * - the restore itself is in the log, and its task runs here as it does there.
 *
 * Does nothing when this run has already settled it.
 */
export async function settleRestored(
  { restored, replaced }: RestoredPair,
  run: TaskRun,
  record: Omit<RestoreRecord, 'rows'>,
): Promise<void> {
  await inTransaction(restored, async (tx) => {
    if ((await findRestoreRecord(tx, run)) !== null) return;
    await continueSequence(tx, replaced);
    await continueVersions(tx, replaced);
    await tx.delete(outbox);
    await tx.update(workSignals).set({ tries: 0, dueAt: sql`now()` });
    await restartOpenTasks(tx, replaced);
    await recordRestoreTask(tx, replaced, run);
    const rows = (await countRows(tx)) + 1;
    await appendAndApply(tx, [
      {
        type: 'installation_restored',
        ownerId: INSTALLATION_OWNER_ID,
        conversationId: null,
        taskId: run.taskId,
        idempotencyKey: restoreKey(run),
        data: { ...record, rows },
      },
    ]);
  });
}

/** A client that resumes after an event of the replaced database misses none of this one. */
async function continueSequence(tx: Transaction, replaced: Database): Promise<void> {
  const { rows } = await replaced.execute<{ last: string }>(
    sql`SELECT last_value AS last FROM events_sequence_seq`,
  );
  await tx.execute(sql`
    SELECT setval('events_sequence_seq', greatest(last_value, ${rows[0]?.last ?? '1'}::bigint))
    FROM events_sequence_seq`);
}

/** Watchers of a task wait for a higher version than the one that they have. */
async function continueVersions(tx: Transaction, replaced: Database): Promise<void> {
  let after = '';
  for (;;) {
    const page = await replaced
      .select({ id: tasks.id, version: tasks.version })
      .from(tasks)
      .where(gt(tasks.id, after))
      .orderBy(asc(tasks.id))
      .limit(PAGE);
    await tx.execute(sql`
      UPDATE tasks SET version = known.version + 1
      FROM jsonb_to_recordset(${JSON.stringify(page)}::jsonb) AS known(id text, version bigint)
      WHERE tasks.id = known.id AND tasks.version <= known.version`);
    if (page.length < PAGE) return;
    after = page.at(-1)?.id ?? after;
  }
}

async function restartOpenTasks(tx: Transaction, replaced: Database): Promise<void> {
  let after = '';
  for (;;) {
    const open = await tx
      .select()
      .from(tasks)
      .where(and(isNull(tasks.endedAt), gt(tasks.id, after)))
      .orderBy(asc(tasks.id))
      .limit(PAGE);
    const attempts = await attemptsIn(replaced, open);
    for (const task of open) await restart(tx, task, attempts.get(task.id) ?? 0);
    if (open.length < PAGE) return;
    after = open.at(-1)?.id ?? after;
  }
}

/** The attempts that tasks have reached in the replaced database, by id. */
async function attemptsIn(
  replaced: Database,
  open: readonly TaskRecord[],
): Promise<ReadonlyMap<string, number>> {
  const ids = open.map(({ id }) => id);
  const rows = await replaced
    .select({ id: tasks.id, attempt: tasks.attempt })
    .from(tasks)
    .where(inArray(tasks.id, ids));
  return new Map(rows.map(({ id, attempt }) => [id, attempt]));
}

async function restart(tx: Transaction, task: TaskRecord, attemptThere: number): Promise<void> {
  if (task.ownerId === INSTALLATION_OWNER_ID || task.state === 'cancelling') {
    await endRun(tx, task, { state: 'cancelled' });
    return;
  }
  const latest = { ...task, attempt: Math.max(task.attempt, attemptThere) };
  await appendAndApply(tx, [retriedEvent(latest)]);
  await enqueueForTemporal(tx, { ...task, attempt: latest.attempt + 1 });
}
