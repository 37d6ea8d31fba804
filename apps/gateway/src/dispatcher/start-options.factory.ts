import { Injectable } from '@nestjs/common';
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
import { RunLimits } from './run-limits.ts';

const QUEUE: TaskQueue = 'orchestration';

/** Says how the workflow of a task that belongs to no conversation is started. */
@Injectable()
export class StartOptionsFactory {
  constructor(private readonly limits: RunLimits) {}

  of({ task, attempt }: OutboxMessage): WorkflowStartOptions {
    return {
      workflowId: task.workflowId,
      taskQueue: QUEUE,
      args: [this.inputOf(task, attempt)],
      ...describeRun({ ...task, taskId: task.id, attempt }),
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowIdConflictPolicy: 'FAIL',
      priority: priorityOf(task.priority, task.ownerId),
    };
  }

  private inputOf(task: TaskRecord, attempt: number): StageInput | TranscriptionInput {
    const { id: taskId, clipId, conversationId, ownerId, type } = task;
    const { language, transcription } = this.limits;
    if (type !== 'transcription') {
      return { taskId, attempt, conversationId, ownerId, limits: language };
    }
    if (clipId === null || conversationId === null) {
      throw new AppError('internal', `Task ${taskId} names no clip.`);
    }
    return { taskId, attempt, clipId, conversationId, ownerId, limits: transcription };
  }
}
