import { eq, sql } from 'drizzle-orm';
import type { TaskRun } from '#contracts/tasks';
import type { Database, Transaction } from '../database/database.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { changeTask } from '../events/task.projection.ts';
import { tasks } from '../schema/index.ts';
import { retriedEvent, runEvent } from '../tasks/run/run-events.ts';
import { taskCreated } from '../tasks/new-task.ts';
import type { TaskRecord } from '../tasks/task.records.ts';

/**
 * Records the task of a restore in the restored database, so that whoever follows it goes on there.
 * Without such a task in the replaced database, there is nothing to record.
 */
export async function recordRestoreTask(
  tx: Transaction,
  replaced: Database,
  { taskId, attempt }: TaskRun,
): Promise<void> {
  const [there] = await replaced.select().from(tasks).where(eq(tasks.id, taskId));
  if (there === undefined) return;
  const { ownerId, settings, priority } = there;
  const purpose = { type: there.type, conversationId: null };
  const known = { taskId, ownerId, settings, priority, skipsQuietWait: true };
  await appendAndApply(tx, [taskCreated(purpose, known)]);
  if (attempt > 1) await appendAndApply(tx, [retriedEvent({ ...there, attempt: attempt - 1 })]);
  await recordStart(tx, { ...there, attempt });
  const { done, total, step, version } = there;
  await changeTask(tx, taskId, {
    ...{ done, total, step },
    version: sql`greatest(${tasks.version}, ${version}) + 1`,
  });
}

async function recordStart(tx: Transaction, task: TaskRecord): Promise<void> {
  const { attempt, runId, firstRunId, step } = task;
  if (runId === null || step === null) return;
  const type = 'task_started';
  const data = { attempt, runId, firstRunId, stage: step };
  await appendAndApply(tx, [{ ...runEvent(task, type), type, data }]);
}
