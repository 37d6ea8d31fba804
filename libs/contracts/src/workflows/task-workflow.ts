import type { Priority, TypedSearchAttributes } from '@temporalio/common';
import type { TaskPriority } from '../model/priorities.ts';
import { type TaskType } from '../tasks/catalogue.ts';
import { kindOf } from '../tasks/task-types.ts';
import type { TaskRun } from '../tasks/task-run.ts';
import type { ActivityTimeouts, RunSettings } from './activity-timeouts.ts';
import { describeRun } from './run-description.ts';
import { priorityOf } from './run-priority.ts';

/** Input of the workflow of any task: references and settings, never content. */
export interface TaskInput extends TaskRun {
  readonly ownerId: string;
  /** `null` for memories that belong to no conversation. */
  readonly conversationId: string | null;
  readonly clipId: string | null;
  readonly timeouts: ActivityTimeouts;
  readonly parallelActivities: number;
}

/** A task that is about to be run, as stored in the database. */
export interface StartableTask extends TaskRun {
  readonly type: TaskType;
  readonly workflowId: string;
  readonly ownerId: string;
  readonly conversationId: string | null;
  readonly clipId: string | null;
  readonly projectId?: string | null;
  readonly agent?: string | null;
  readonly priority: TaskPriority;
  readonly total: number | null;
  readonly label: string | null;
}

/**
 * Half of Temporal's default. A worker that was killed in the middle of a workflow task is noticed
 * by it only, and the workflow of a task needs milliseconds.
 */
const WORKFLOW_TASK_TIMEOUT_MS = 5_000;

/** Options to start the workflow of a task, as a child workflow or by a client. */
export interface TaskStart {
  readonly workflowId: string;
  readonly args: [TaskInput];
  readonly memo: Record<string, unknown>;
  readonly typedSearchAttributes: TypedSearchAttributes;
  readonly staticSummary: string;
  readonly staticDetails: string;
  readonly workflowIdReusePolicy: 'ALLOW_DUPLICATE';
  readonly workflowTaskTimeout: number;
  readonly priority: Priority;
}

/**
 * The options to start the workflow of a task. The name of the workflow is the type of the task.
 */
export function taskStart(
  task: StartableTask,
  { timeouts, parallelActivities, pageUrl }: RunSettings,
): TaskStart {
  const { taskId, attempt, ownerId, conversationId, clipId } = task;
  const input = {
    ...{ taskId, attempt, ownerId, conversationId, clipId, parallelActivities },
    timeouts: timeouts[kindOf(task.type).queue],
  };
  return {
    workflowId: task.workflowId,
    args: [input],
    ...describeRun(task, pageUrl),
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowTaskTimeout: WORKFLOW_TASK_TIMEOUT_MS,
    priority: priorityOf(task.priority, ownerId),
  };
}
