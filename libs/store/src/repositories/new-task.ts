import {
  correctionWorkflowId,
  significanceWorkflowId,
  summaryWorkflowId,
  transcriptionWorkflowId,
  type TaskPriority,
  type TaskSettings,
} from '#contracts/messages';
import { newId } from '../database/ids.ts';
import type { EventOf } from '../events/domain-events.ts';

/** What a task is for, before it has an id. */
export type TaskPurpose =
  | { readonly type: 'transcription'; readonly clipId: string; readonly conversationId: string }
  | { readonly type: 'correction'; readonly conversationId: string }
  | { readonly type: 'summary'; readonly conversationId: string }
  | { readonly type: 'significance'; readonly conversationId: string | null };

/** What else is known of a task when it is made. */
export interface NewTask {
  readonly taskId?: string;
  readonly ownerId: string;
  readonly total?: number;
  /** Somebody asked for it by name. */
  readonly urgent?: boolean;
  /** How its runs differ from what the worker's settings say. */
  readonly settings?: TaskSettings;
  /** Interactive unless it says otherwise. */
  readonly priority?: TaskPriority | undefined;
}

/** The event that makes a task. */
export function taskCreated(purpose: TaskPurpose, task: NewTask): EventOf<'task_created'> {
  const taskId = task.taskId ?? newId('task');
  return {
    type: 'task_created',
    ownerId: task.ownerId,
    conversationId: purpose.conversationId,
    taskId,
    idempotencyKey: `task_created:${taskId}`,
    data: {
      type: purpose.type,
      clipId: purpose.type === 'transcription' ? purpose.clipId : null,
      workflowId: workflowIdOf(purpose, taskId),
      total: task.total ?? null,
      urgent: task.urgent ?? false,
      ...(task.settings ? { settings: task.settings } : {}),
      priority: task.priority ?? 'interactive',
    },
  };
}

function workflowIdOf(purpose: TaskPurpose, taskId: string): string {
  switch (purpose.type) {
    case 'transcription':
      return transcriptionWorkflowId(purpose.clipId);
    case 'correction':
      return correctionWorkflowId(taskId);
    case 'summary':
      return summaryWorkflowId(purpose.conversationId);
    case 'significance':
      return significanceWorkflowId(taskId);
  }
}
