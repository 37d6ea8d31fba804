import { Inject, Injectable } from '@nestjs/common';
import type { WorkflowStartOptions } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import {
  SEARCH_ATTRIBUTES,
  type TaskQueue,
  type TranscriptionInput,
  type TranscriptionLimits,
} from '#contracts/messages';
import { AppError, type Config } from '#platform';
import type { OutboxMessage, TaskRecord } from '#store';
import { CONFIG } from '../infrastructure/config.module.ts';
import { memoOf } from './run-memo.ts';

const QUEUE: TaskQueue = 'orchestration';
/** Somebody waits for it; 1 is the most urgent, 5 the least. */
const INTERACTIVE_PRIORITY = 3;

/** Says how the workflow of a task is started. */
@Injectable()
export class StartOptionsFactory {
  private readonly limits: TranscriptionLimits;

  constructor(@Inject(CONFIG) { speech, heartbeatTimeoutMs }: Config) {
    const { parallelChunks, chunkTimeoutMs } = speech;
    this.limits = { parallelChunks, chunkTimeoutMs, heartbeatTimeoutMs };
  }

  of({ task, attempt }: OutboxMessage): WorkflowStartOptions {
    const input = this.inputOf(task, attempt);
    return {
      workflowId: task.workflowId,
      taskQueue: QUEUE,
      args: [input],
      memo: memoOf({ taskId: task.id, attempt }),
      typedSearchAttributes: new TypedSearchAttributes([
        { key: SEARCH_ATTRIBUTES.taskType, value: task.type },
        { key: SEARCH_ATTRIBUTES.owner, value: task.ownerId },
        { key: SEARCH_ATTRIBUTES.conversation, value: task.conversationId },
      ]),
      staticSummary: `Transcription of clip ${input.clipId} for ${task.ownerId}`,
      staticDetails: describeRun(input),
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowIdConflictPolicy: 'FAIL',
      priority: { priorityKey: INTERACTIVE_PRIORITY, fairnessKey: task.ownerId },
    };
  }

  private inputOf(task: TaskRecord, attempt: number): TranscriptionInput {
    const { id: taskId, clipId, conversationId, ownerId } = task;
    if (clipId === null) throw new AppError('internal', `Task ${taskId} names no clip.`);
    return { taskId, clipId, conversationId, ownerId, attempt, limits: this.limits };
  }
}

/** What an operator reads about the run in the Temporal Web UI, as Markdown. */
function describeRun({
  taskId,
  clipId,
  conversationId,
  ownerId,
  attempt,
}: TranscriptionInput): string {
  return [
    `- task: \`${taskId}\`, attempt ${attempt}`,
    `- clip: \`${clipId}\``,
    `- conversation: \`${conversationId}\``,
    `- owner: \`${ownerId}\``,
  ].join('\n');
}
