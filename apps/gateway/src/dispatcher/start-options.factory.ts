import { Injectable } from '@nestjs/common';
import type { WorkflowStartOptions } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import {
  SEARCH_ATTRIBUTES,
  type StageInput,
  type TaskQueue,
  type TranscriptionInput,
} from '#contracts/messages';
import { AppError } from '#platform';
import type { OutboxMessage, TaskRecord } from '#store';
import { INTERACTIVE_PRIORITY } from './delivery-terms.ts';
import { RunLimits } from './run-limits.ts';
import { memoOf } from './run-memo.ts';

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
      memo: memoOf({ taskId: task.id, attempt }),
      typedSearchAttributes: new TypedSearchAttributes([
        { key: SEARCH_ATTRIBUTES.taskType, value: task.type },
        { key: SEARCH_ATTRIBUTES.owner, value: task.ownerId },
        ...conversationAttribute(task),
      ]),
      staticSummary: `${task.type} for ${task.ownerId}`,
      staticDetails: describeRun(task, attempt),
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowIdConflictPolicy: 'FAIL',
      priority: { priorityKey: INTERACTIVE_PRIORITY, fairnessKey: task.ownerId },
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

function conversationAttribute({ conversationId }: TaskRecord) {
  if (conversationId === null) return [];
  return [{ key: SEARCH_ATTRIBUTES.conversation, value: conversationId }];
}

/** What an operator reads about the run in the Temporal Web UI, as Markdown. */
function describeRun({ id, ownerId, conversationId }: TaskRecord, attempt: number): string {
  return [
    `- task: \`${id}\`, attempt ${attempt}`,
    ...(conversationId === null ? [] : [`- conversation: \`${conversationId}\``]),
    `- owner: \`${ownerId}\``,
  ].join('\n');
}
