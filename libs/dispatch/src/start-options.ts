import type { WorkflowStartOptions } from '@temporalio/client';
import {
  describeRun,
  priorityOf,
  type StageInput,
  type TaskQueue,
  type TranscriptionInput,
} from '#contracts/messages';
import { AppError } from '#platform';
import type { OutboxMessage, TaskRecord } from '#store';
import type { RunLimits } from './run-limits.ts';

const QUEUE: TaskQueue = 'orchestration';

/** Says how the workflow of a task that belongs to no conversation is started. */
export function startOptionsOf(
  { task, attempt }: OutboxMessage,
  limits: RunLimits,
): WorkflowStartOptions {
  return {
    workflowId: task.workflowId,
    taskQueue: QUEUE,
    args: [inputOf(task, attempt, limits)],
    ...describeRun({ ...task, taskId: task.id, attempt }),
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'FAIL',
    priority: priorityOf(task.priority, task.ownerId),
  };
}

function inputOf(
  { id: taskId, clipId, conversationId, ownerId, type }: TaskRecord,
  attempt: number,
  { language, transcription }: RunLimits,
): StageInput | TranscriptionInput {
  if (type !== 'transcription') {
    return { taskId, attempt, conversationId, ownerId, limits: language };
  }
  if (clipId === null || conversationId === null) {
    throw new AppError('internal', `Task ${taskId} names no clip.`);
  }
  return { taskId, attempt, clipId, conversationId, ownerId, limits: transcription };
}
