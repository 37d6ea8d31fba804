import {
  sharesRun,
  subjectIdOf,
  workflowIdOf,
  type TaskSettings,
  type TaskType,
} from '#contracts/tasks';
import type { TaskPriority } from '#contracts/model';
import { entityWorkflowId, type EntityRef } from '#contracts/workflows';
import { newId } from '../database/ids.ts';
import type { EventOf } from '../events/domain-events.ts';

/** What a task is for, before it has an id. */
export interface TaskPurpose {
  readonly type: TaskType;
  readonly conversationId: string | null;
  /** The clip that the task works on, if any. */
  readonly clipId?: string;
  /** The entity whose workflow runs it; by default the conversation. */
  readonly entity?: EntityRef;
}

/** The other fields of a new task. */
export interface NewTask {
  readonly taskId?: string;
  readonly ownerId: string;
  readonly total?: number;
  /** It was requested explicitly, so it does not wait until its entity is quiet. */
  readonly skipsQuietWait?: boolean;
  /** Overrides of the worker's settings for its runs. */
  readonly settings?: TaskSettings;
  /** Interactive by default. */
  readonly priority?: TaskPriority | undefined;
  /** Whether it runs within the run of its entity, if its type allows it. */
  readonly sharesRun?: boolean;
}

/** The event that creates a task. */
export function taskCreated(purpose: TaskPurpose, task: NewTask): EventOf<'task_created'> {
  const { type, conversationId, clipId = null, entity } = purpose;
  const { settings } = task;
  const taskId = task.taskId ?? newId('task');
  const runBy = entityOfPurpose(purpose);
  const shares = task.sharesRun && sharesRun(type) && runBy !== null;
  return {
    type: 'task_created',
    ownerId: task.ownerId,
    conversationId,
    taskId,
    idempotencyKey: `task_created:${taskId}`,
    data: {
      type,
      clipId,
      workflowId: shares
        ? entityWorkflowId(runBy)
        : workflowIdOf(
            type,
            taskId,
            subjectIdOf({ clipId, entityId: runBy?.id ?? null, settings }),
          ),
      total: task.total ?? null,
      urgent: task.skipsQuietWait ?? false,
      ...(entity ? { entity } : {}),
      ...(settings ? { settings } : {}),
      priority: task.priority ?? 'interactive',
    },
  };
}

/** The entity whose workflow runs the task; `null` for a task that the outbox starts. */
function entityOfPurpose({ entity, conversationId }: TaskPurpose): EntityRef | null {
  if (entity) return entity;
  return conversationId === null ? null : { kind: 'conversation', id: conversationId };
}
