import { executeChild, ParentClosePolicy, type ChildWorkflowOptions } from '@temporalio/workflow';
import {
  CORRECTION_WORKFLOW,
  describeRun,
  priorityOf,
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

function optionsOf(
  task: WaitingTask,
  { ownerId, conversationId }: ConversationInput,
): ChildWorkflowOptions {
  return {
    workflowId: task.workflowId,
    ...describeRun({ ...task, ownerId, conversationId }),
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    parentClosePolicy: ParentClosePolicy.ABANDON,
    priority: priorityOf(task.priority ?? 'interactive', ownerId),
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
