import { TypedSearchAttributes } from '@temporalio/common';
import { SEARCH_ATTRIBUTES } from './search-attributes.ts';
import { type TaskType } from '../tasks/catalogue.ts';
import { kindOf } from '../tasks/task-types.ts';
import { TASK_LABELS } from '../tasks/labels.ts';
import type { TaskRun } from '../tasks/task-run.ts';

/** A run of a task, as far as it is described to operators and found again later. */
export interface DescribedRun extends Omit<TaskRun, 'firstRunId'> {
  readonly type: TaskType;
  readonly ownerId: string;
  readonly conversationId: string | null;
  readonly clipId: string | null;
  /** The project that it works on; missing or `null` when there is none. */
  readonly projectId?: string | null;
  /** The agent whose report it makes; missing or `null` when there is none. */
  readonly agent?: string | null;
  /** How much there is to do, in the unit of its type; `null` while that is not known. */
  readonly total: number | null;
  /** Title of the conversation or name of the file, if Temporal may have it. */
  readonly label: string | null;
}

/** The options that describe a workflow when it is started, in addition to its input. */
export interface RunDescription {
  readonly memo: Record<string, unknown>;
  readonly typedSearchAttributes: TypedSearchAttributes;
  readonly staticSummary: string;
  /** Markdown. */
  readonly staticDetails: string;
}

/**
 * Memo, search attributes, and texts for the Temporal Web UI of the workflow of a task.
 * @param pageUrl base URL of the page, without a trailing slash
 */
export function describeRun(run: DescribedRun, pageUrl: string): RunDescription {
  const { type, taskId, ownerId, conversationId, projectId } = run;
  return {
    memo: memoOf(run),
    typedSearchAttributes: new TypedSearchAttributes([
      { key: SEARCH_ATTRIBUTES.taskType, value: type },
      { key: SEARCH_ATTRIBUTES.task, value: taskId },
      { key: SEARCH_ATTRIBUTES.owner, value: ownerId },
      ...(conversationId === null
        ? []
        : [{ key: SEARCH_ATTRIBUTES.conversation, value: conversationId }]),
      ...(projectId ? [{ key: SEARCH_ATTRIBUTES.project, value: projectId }] : []),
    ]),
    staticSummary: titleOf(run),
    staticDetails: detailsOf(run, pageUrl),
  };
}

/**
 * What a run does, in a line for the Temporal Web UI, such as `correction · 3 segments · ada`: its
 * type, length and owner, and the title or file name if Temporal may have it.
 */
export function titleOf({ type, agent = null, total, label, ownerId }: TitledRun): string {
  const parts = [type, agent, lengthOf(type, total), ownerId, label];
  return parts.filter((part) => part !== null).join(' · ');
}

/** The fields of a run that make its title. */
export type TitledRun = Pick<DescribedRun, 'type' | 'agent' | 'total' | 'label' | 'ownerId'>;

function lengthOf(type: TaskType, total: number | null): string | null {
  if (total === null) return null;
  const { unit } = TASK_LABELS[type];
  if (unit === null) return `${Math.round(total / 1000)} s of audio`;
  return total === 1 ? `1 ${unit}` : `${total} ${kindOf(type).unit}`;
}

/** The memo of a workflow run: the task and the attempt that it works for. */
export function memoOf({ taskId, attempt }: TaskRun): Record<string, unknown> {
  return { taskId, attempt };
}

/** Whether a memo belongs to a run of a task; `undefined` is that of a run without one. */
export function isRunOf(memo: Record<string, unknown> | undefined, run: TaskRun): boolean {
  return memo?.['taskId'] === run.taskId && memo['attempt'] === run.attempt;
}

function detailsOf(run: DescribedRun, pageUrl: string): string {
  const { taskId, attempt, clipId, conversationId, projectId, ownerId } = run;
  return [
    `- [open the page](${pageUrl}${pathOf(run)})`,
    `- task: \`${taskId}\`, attempt ${attempt}`,
    ...(clipId === null ? [] : [`- clip: \`${clipId}\``]),
    ...(conversationId === null ? [] : [`- conversation: \`${conversationId}\``]),
    ...(projectId ? [`- project: \`${projectId}\``] : []),
    `- owner: \`${ownerId}\``,
  ].join('\n');
}

/** Path of the page that shows the result of a run. */
function pathOf({ conversationId, projectId }: DescribedRun): string {
  if (projectId) return `/projects/${projectId}`;
  return conversationId === null ? '/memories' : `/conversations/${conversationId}`;
}
