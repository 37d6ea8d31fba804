import type { WorkflowStartOptions } from '@temporalio/client';
import { taskStart, type RunSettings } from '#contracts/workflows';
import type { OutboxMessage } from '#store';
import { WORKFLOW_QUEUE } from '../workflow-queue.ts';

/** The options that start the workflow of a task that belongs to no entity. */
export function taskStartOptions(
  { task, attempt }: OutboxMessage,
  settings: RunSettings,
): WorkflowStartOptions {
  const { id: taskId, type, workflowId, ownerId, conversationId, clipId, priority, total } = task;
  const subject = { ownerId, conversationId, clipId, priority, total, label: null };
  const startable = { taskId, attempt, type, workflowId, ...subject };
  return {
    ...taskStart(startable, settings),
    taskQueue: WORKFLOW_QUEUE,
    workflowIdConflictPolicy: 'FAIL',
  };
}
