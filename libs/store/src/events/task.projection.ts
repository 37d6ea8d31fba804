import { eq, sql, type SQL } from 'drizzle-orm';
import type { EntityRef } from '#contracts/workflows';
import type { Transaction } from '../database/database.ts';
import { giveUpReport } from '../reports/end-report.ts';
import { announceTask } from '../feed/announce.ts';
import { clips, taskChunks, tasks } from '../schema/index.ts';
import { conversationEntity } from './conversation-entity.ts';
import type { EventOf } from './domain-events.ts';

type TaskColumns = typeof tasks.$inferInsert;
type TaskChange = { [Column in keyof TaskColumns]?: TaskColumns[Column] | SQL };

/** Changes a task, increments its version and notifies listeners. */
export async function changeTask(
  tx: Transaction,
  taskId: string,
  change: TaskChange,
): Promise<void> {
  await tx
    .update(tasks)
    .set({ version: sql`${tasks.version} + 1`, ...change })
    .where(eq(tasks.id, taskId))
    .returning({ announced: announceTask(tasks.id) });
}

export async function applyTasksCreated(
  tx: Transaction,
  events: readonly EventOf<'task_created'>[],
  at: Date,
): Promise<void> {
  await tx.insert(tasks).values(
    events.map(({ taskId, ownerId, conversationId, data }) => ({
      ...data,
      ...entityColumns(conversationId, data.entity),
      id: taskId,
      state: 'pending' as const,
      ownerId,
      conversationId,
      skipsQuietWait: data.urgent,
      warnings: [],
      createdAt: at,
    })),
  );
  // A new clip is stored with its task. A clip that is transcribed again gets a new task here.
  for (const { taskId, data } of events.filter(({ data }) => data.urgent && data.clipId !== null)) {
    await tx
      .update(clips)
      .set({ taskId })
      .where(eq(clips.id, data.clipId ?? ''));
  }
}

/** A task is run by the workflow of its conversation, unless the event names another entity. */
function entityColumns(conversationId: string | null, entity: EntityRef | undefined) {
  if (entity === undefined) return conversationEntity(conversationId);
  return { entityKind: entity.kind, entityId: entity.id };
}

export async function applyTaskStarted(
  tx: Transaction,
  event: EventOf<'task_started'>,
  at: Date,
): Promise<void> {
  await changeTask(tx, event.taskId, {
    state: 'running',
    step: event.data.stage,
    runId: event.data.runId,
    firstRunId: event.data.firstRunId,
    startedAt: at,
  });
}

/** An operator has reset the workflow of a run that had ended, so the task runs again. */
export async function applyTaskReopened(
  tx: Transaction,
  { taskId, data }: EventOf<'task_reopened'>,
): Promise<void> {
  await changeTask(tx, taskId, {
    state: 'running',
    step: data.stage,
    runId: data.runId,
    reopenings: sql`${tasks.reopenings} + 1`,
    error: null,
    endedAt: null,
  });
}

/** The workflow continues in another run, for example after a reset. */
export async function applyTaskRunChanged(
  tx: Transaction,
  { taskId, data }: EventOf<'task_run_changed'>,
): Promise<void> {
  await changeTask(tx, taskId, { runId: data.runId });
}

export async function applyTaskCancelRequested(
  tx: Transaction,
  event: EventOf<'task_cancel_requested'>,
): Promise<void> {
  await changeTask(tx, event.taskId, { state: 'cancelling', retry: null });
}

/**
 * Resets the task to its start. Finished engine work is still found by its key. A retried task does
 * not wait until the conversation is quiet.
 */
export async function applyTaskRetried(
  tx: Transaction,
  event: EventOf<'task_retried'>,
): Promise<void> {
  const { attempt, settings, workflowId } = event.data;
  await tx.delete(taskChunks).where(eq(taskChunks.taskId, event.taskId));
  await changeTask(tx, event.taskId, {
    state: 'pending',
    attempt,
    ...(settings ? { settings } : {}),
    ...(workflowId === undefined ? {} : { workflowId }),
    skipsQuietWait: true,
    step: null,
    done: 0,
    total: null,
    plannedToMs: 0,
    speakersKey: null,
    warnings: [],
    error: null,
    retry: null,
    runId: null,
    firstRunId: null,
    reopenings: 0,
    startedAt: null,
    endedAt: null,
  });
  await setTaskOfClip(tx, event.taskId);
}

/** A clip refers to the task that transcribes it now, also when a newer task has already ended. */
async function setTaskOfClip(tx: Transaction, taskId: string): Promise<void> {
  await tx.execute(sql`
    UPDATE clips SET task_id = tasks.id FROM tasks
    WHERE tasks.id = ${taskId} AND clips.id = tasks.clip_id`);
}

export async function applyTaskEnded(
  tx: Transaction,
  event: EventOf<'task_completed' | 'task_failed' | 'task_cancelled'>,
  at: Date,
): Promise<void> {
  await changeTask(tx, event.taskId, { ...endingOf(event), retry: null, endedAt: at });
  // A failed or cancelled summary is not created again until the text has changed.
  if (event.type === 'task_completed') return;
  await markSummarySeen(tx, event.taskId);
  await giveUpReport(tx, event.taskId, at);
}

async function markSummarySeen(tx: Transaction, taskId: string): Promise<void> {
  await tx.execute(sql`
    UPDATE conversations SET summary_seen_revision = revision
    FROM tasks
    WHERE tasks.id = ${taskId} AND tasks.type = 'summary'
      AND conversations.id = tasks.conversation_id`);
}

function endingOf(event: EventOf<'task_completed' | 'task_failed' | 'task_cancelled'>): TaskChange {
  switch (event.type) {
    case 'task_completed':
      return {
        state: 'completed',
        step: event.data.stage,
        warnings: [...event.data.warnings],
        // Work that could not be done is in the warnings; the task still counts as fully done.
        done: sql`coalesce(${tasks.total}, 1)`,
        total: sql`coalesce(${tasks.total}, 1)`,
      };
    case 'task_failed':
      return {
        state: event.data.error.code === 'timed_out' ? 'timedOut' : 'failed',
        error: event.data.error,
        step: event.data.error.stage,
      };
    case 'task_cancelled':
      return { state: 'cancelled' };
  }
}
