import { workflowIdOf, type TaskSettings, type TaskType } from '#contracts/tasks';
import type { TaskPriority } from '#contracts/model';
import type { EntityRef } from '#contracts/workflows';
import { newId } from '../database/ids.ts';
import type { EventOf } from '../events/domain-events.ts';

/** What a task is for, before it has an id. */
export interface TaskPurpose {
  readonly type: TaskType;
  readonly conversationId: string | null;
  /** Of a task that is about a clip. */
  readonly clipId?: string;
  /** Whose workflow runs it; the conversation's unless it says otherwise. */
  readonly entity?: EntityRef;
}

/** What else is known of a task when it is made. */
export interface NewTask {
  readonly taskId?: string;
  readonly ownerId: string;
  readonly total?: number;
  /** Somebody asked for it by name. */
  readonly skipsQuietWait?: boolean;
  /** How its runs differ from what the worker's settings say. */
  readonly settings?: TaskSettings;
  /** Interactive unless it says otherwise. */
  readonly priority?: TaskPriority | undefined;
}

/** The event that makes a task. */
export function taskCreated(purpose: TaskPurpose, task: NewTask): EventOf<'task_created'> {
  const { type, conversationId, clipId = null, entity } = purpose;
  const taskId = task.taskId ?? newId('task');
  return {
    type: 'task_created',
    ownerId: task.ownerId,
    conversationId,
    taskId,
    idempotencyKey: `task_created:${taskId}`,
    data: {
      type,
      clipId,
      workflowId: workflowIdOf(type, taskId, clipId ?? entity?.id ?? conversationId),
      total: task.total ?? null,
      urgent: task.skipsQuietWait ?? false,
      ...(entity ? { entity } : {}),
      ...(task.settings ? { settings: task.settings } : {}),
      priority: task.priority ?? 'interactive',
    },
  };
}
