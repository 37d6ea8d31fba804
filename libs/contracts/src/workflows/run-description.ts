import { TypedSearchAttributes } from '@temporalio/common';
import { SEARCH_ATTRIBUTES } from './search-attributes.ts';
import type { TaskType } from '../tasks/catalogue.ts';
import type { TaskRun } from '../tasks/task-run.ts';

/** A run of a task, as far as it is described to operators and found again later. */
export interface DescribedRun extends Omit<TaskRun, 'firstRunId'> {
  readonly type: TaskType;
  readonly ownerId: string;
  readonly conversationId: string | null;
  readonly clipId: string | null;
}

/** The options that describe a workflow when it is started, in addition to its input. */
export interface RunDescription {
  readonly memo: Record<string, unknown>;
  readonly typedSearchAttributes: TypedSearchAttributes;
  readonly staticSummary: string;
  /** Markdown. */
  readonly staticDetails: string;
}

/** Memo, search attributes, and texts for the Temporal Web UI of the workflow of a task. */
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

/** The memo of a workflow run: the task and the attempt that it works for. */
export function memoOf({ taskId, attempt }: TaskRun): Record<string, unknown> {
  return { taskId, attempt };
}

/** Whether a memo belongs to a run of a task; `undefined` is that of a run without one. */
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
