import {
  lastStepOf,
  subjectIdOf,
  workflowIdOf,
  type TaskSettings,
  type TaskWarning,
} from '#contracts/tasks';
import type { TaskRecord } from '../task.records.ts';

/**
 * The common fields of events about a run of a task. The idempotency key allows one event of each
 * type per attempt, and another one after each reopening.
 */
export function runEvent(task: TaskRecord, type: string) {
  return {
    ownerId: task.ownerId,
    conversationId: task.conversationId,
    taskId: task.id,
    idempotencyKey: `${type}:${task.id}:${task.attempt}${reopening(task)}`,
  };
}

/**
 * The same for a task that works on a conversation.
 * @throws Error when the task belongs to none
 */
export function conversationRunEvent(task: TaskRecord, type: string) {
  return { ...runEvent(task, type), conversationId: conversationOf(task) };
}

/** The event that a run of a task has completed. */
export function completedEvent(task: TaskRecord, warnings: readonly TaskWarning[]) {
  const data = { attempt: task.attempt, stage: lastStepOf(task.type), warnings };
  return { ...runEvent(task, 'task_completed'), type: 'task_completed', data } as const;
}

/** @throws Error when the task belongs to no conversation */
export function conversationOf({ id, conversationId }: TaskRecord): string {
  if (conversationId !== null) return conversationId;
  throw new Error(`task ${id} belongs to no conversation`);
}

/**
 * The event that a task runs again, from now on in a run of its own.
 * @param task the task as it was
 * @param settings its settings from now on, if they change
 */
export function retriedEvent(task: TaskRecord, settings?: TaskSettings) {
  const { id, type, clipId, entityId, conversationId, workflowId } = task;
  const attempt = task.attempt + 1;
  const subject = {
    clipId,
    entityId: entityId ?? conversationId,
    settings: settings ?? task.settings,
  };
  const ownId = workflowIdOf(type, id, subjectIdOf(subject));
  const data = {
    attempt,
    ...(settings ? { settings } : {}),
    ...(workflowId === ownId ? {} : { workflowId: ownId }),
  };
  return { ...runEvent({ ...task, attempt }, 'task_retried'), type: 'task_retried', data } as const;
}

function reopening({ reopenings }: TaskRecord): string {
  return reopenings === 0 ? '' : `:${reopenings}`;
}
