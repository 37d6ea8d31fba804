import { and, eq, isNull } from 'drizzle-orm';
import type { TaskEnding } from '#contracts/tasks';
import type { Transaction } from '../../database/database.ts';
import { appendAndApply } from '../../events/append-and-apply.ts';
import { taskChunks } from '../../schema/index.ts';
import { runEvent } from './run-events.ts';
import type { TaskRecord } from '../task.records.ts';

/**
 * Records that the current run of a task failed or was cancelled. The caller has locked the task.
 */
export async function endRun(tx: Transaction, task: TaskRecord, ending: TaskEnding): Promise<void> {
  const { attempt } = task;
  const event =
    ending.state === 'cancelled'
      ? ({ type: 'task_cancelled', data: { attempt } } as const)
      : ({ type: 'task_failed', data: { attempt, error: ending.error } } as const);
  await appendAndApply(tx, [{ ...runEvent(task, event.type), ...event }]);
  await tx
    .update(taskChunks)
    .set({ partial: null })
    .where(and(eq(taskChunks.taskId, task.id), isNull(taskChunks.resultKey)));
}
