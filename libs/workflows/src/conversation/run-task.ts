import {
  executeChild,
  ParentClosePolicy,
  workflowInfo,
  type ChildWorkflowOptions,
} from '@temporalio/workflow';
import { TypedSearchAttributes } from '@temporalio/common';
import {
  CORRECTION_WORKFLOW,
  SEARCH_ATTRIBUTES,
  SIGNIFICANCE_WORKFLOW,
  SUMMARY_WORKFLOW,
  TRANSCRIPTION_WORKFLOW,
  type ConversationInput,
  type StageInput,
  type TaskType,
  type TranscriptionInput,
  type WaitingTask,
} from '#contracts/messages';

type TaskWorkflow = (input: TranscriptionInput | StageInput) => Promise<unknown>;

const WORKFLOWS: Readonly<Record<TaskType, string>> = {
  transcription: TRANSCRIPTION_WORKFLOW,
  correction: CORRECTION_WORKFLOW,
  summary: SUMMARY_WORKFLOW,
  significance: SIGNIFICANCE_WORKFLOW,
};

/**
 * Runs the workflow of a task to its end. It is cancelled with the conversation's, but goes on by
 * itself when that is terminated: what has begun is not lost.
 * @returns what the workflow returned
 * @throws WorkflowExecutionAlreadyStartedError when an earlier run of the same task is still closing
 */
export function runTask(task: WaitingTask, conversation: ConversationInput): Promise<unknown> {
  return executeChild<TaskWorkflow>(WORKFLOWS[task.type], {
    ...optionsOf(task, conversation),
    args: [inputOf(task, conversation)],
  });
}

function optionsOf(task: WaitingTask, conversation: ConversationInput): ChildWorkflowOptions {
  const { ownerId, conversationId } = conversation;
  const { priority } = workflowInfo();
  return {
    workflowId: task.workflowId,
    memo: { taskId: task.taskId, attempt: task.attempt },
    typedSearchAttributes: new TypedSearchAttributes([
      { key: SEARCH_ATTRIBUTES.taskType, value: task.type },
      { key: SEARCH_ATTRIBUTES.owner, value: ownerId },
      { key: SEARCH_ATTRIBUTES.conversation, value: conversationId },
    ]),
    staticSummary: `${task.type} for ${ownerId}`,
    staticDetails: describe(task, conversation),
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    parentClosePolicy: ParentClosePolicy.ABANDON,
    ...(priority ? { priority } : {}),
  };
}

function inputOf(
  { taskId, attempt, type, clipId }: WaitingTask,
  { ownerId, conversationId, transcription, language }: ConversationInput,
): TranscriptionInput | StageInput {
  const common = { taskId, attempt, ownerId, conversationId };
  if (type !== 'transcription') return { ...common, limits: language };
  return { ...common, clipId: clipId ?? '', limits: transcription };
}

/** What an operator reads about the run in the Temporal Web UI, as Markdown. */
function describe(
  { taskId, attempt, clipId }: WaitingTask,
  { ownerId, conversationId }: ConversationInput,
): string {
  return [
    `- task: \`${taskId}\`, attempt ${attempt}`,
    ...(clipId === null ? [] : [`- clip: \`${clipId}\``]),
    `- conversation: \`${conversationId}\``,
    `- owner: \`${ownerId}\``,
  ].join('\n');
}
