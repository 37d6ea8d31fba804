import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { changeTask } from '../events/task.projection.ts';
import { memories, segments, tasks } from '../schema/index.ts';
import { cancelLocked } from '../tasks/cancel-tasks.ts';
import type { TaskRecord } from '../tasks/task.records.ts';

/**
 * Memories that were not scored yet leave their open task, and wait for another one when they are
 * restored. A task that was for these memories only is cancelled.
 */
export async function leaveScoring(
  tx: Transaction,
  ids: readonly string[],
  task: TaskRecord,
): Promise<void> {
  const ofTask = eq(memories.significanceTaskId, task.id);
  const since = task.startedAt;
  const unscored =
    since === null
      ? undefined
      : sql`(${memories.scoredAt} IS NULL OR ${memories.scoredAt} < ${since.toISOString()}::timestamptz)`;
  const { rowCount } = await tx
    .update(memories)
    .set({ significanceTaskId: null })
    .where(and(ofTask, inArray(memories.id, [...ids]), unscored));
  if (!rowCount) return;
  const others = await tx.$count(memories, and(ofTask, notInArray(memories.id, [...ids])));
  await takeFrom(tx, task, rowCount, others);
}

/**
 * Segments that wait for an open task to correct them leave it, and wait for another one when they
 * are restored. A task that was for these segments only is cancelled.
 */
export async function leaveCorrection(
  tx: Transaction,
  ids: readonly string[],
  task: TaskRecord,
): Promise<void> {
  const ofTask = eq(segments.correctionTaskId, task.id);
  // It writes all its corrections when it ends, so none of these has one.
  const { rowCount } = await tx
    .update(segments)
    .set({ correctionTaskId: null })
    .where(and(ofTask, inArray(segments.id, [...ids])));
  if (!rowCount) return;
  await takeFrom(tx, task, rowCount, await tx.$count(segments, ofTask));
}

async function takeFrom(
  tx: Transaction,
  task: TaskRecord,
  count: number,
  others: number,
): Promise<void> {
  if (others === 0) await cancelLocked(tx, [task]);
  else
    await changeTask(tx, task.id, {
      total: sql`greatest(${tasks.total} - ${count}, ${tasks.done})`,
    });
}
