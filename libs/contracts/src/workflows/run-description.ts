import { TypedSearchAttributes } from '@temporalio/common';
import { SEARCH_ATTRIBUTES } from './search-attributes.ts';
import type { TaskType } from '../tasks/catalogue.ts';
import type { TaskRun } from '../tasks/task-run.ts';

/** What is told of a run of a task, to operators and to whoever looks for it again. */
export interface DescribedRun extends Omit<TaskRun, 'firstRunId'> {
  readonly type: TaskType;
  readonly ownerId: string;
  readonly conversationId: string | null;
  readonly clipId: string | null;
}

/** What a workflow is started with beside its input, whoever starts it. */
export interface RunDescription {
  readonly memo: Record<string, unknown>;
  readonly typedSearchAttributes: TypedSearchAttributes;
  readonly staticSummary: string;
  /** Markdown. */
  readonly staticDetails: string;
}

/** How the workflow of a task is found again, and what an operator reads of it in the Web UI. */
export function describeRun(run: DescribedRun): RunDescription {
  const { type, taskId, ownerId, conversationId } = run;
  return {
    memo: memoOf(run),
    typedSearchAttributes: new TypedSearchAttributes([
      { key: SEARCH_ATTRIBUTES.taskType, value: type },
      { key: SEARCH_ATTRIBUTES.task, value: taskId },
      { key: SEARCH_ATTRIBUTES.owner, value: ownerId },
      ...(conversationId === null
        ? []
        : [{ key: SEARCH_ATTRIBUTES.conversation, value: conversationId }]),
    ]),
    staticSummary: `${type} for ${ownerId}`,
    staticDetails: detailsOf(run),
  };
}

/** What the memo of a run says about whom it works for. */
export function memoOf({ taskId, attempt }: TaskRun): Record<string, unknown> {
  return { taskId, attempt };
}

/** Whether a memo is that of a run of a task. */
export function isRunOf(memo: Record<string, unknown> | undefined, run: TaskRun): boolean {
  return memo?.['taskId'] === run.taskId && memo['attempt'] === run.attempt;
}

function detailsOf({ taskId, attempt, clipId, conversationId, ownerId }: DescribedRun): string {
  return [
    `- task: \`${taskId}\`, attempt ${attempt}`,
    ...(clipId === null ? [] : [`- clip: \`${clipId}\``]),
    ...(conversationId === null ? [] : [`- conversation: \`${conversationId}\``]),
    `- owner: \`${ownerId}\``,
  ].join('\n');
}
