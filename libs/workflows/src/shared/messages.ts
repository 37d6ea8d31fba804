import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { TaskRun } from '#contracts/tasks';
import {
  CANCEL_TASK_SIGNAL,
  STATUS_QUERY,
  WORK_SIGNAL,
  type WorkflowStatus,
} from '#contracts/workflows';

/** Query for the status of a workflow, or of a task within the run of an entity. */
export const statusQuery = defineQuery<WorkflowStatus | null, [taskId?: string]>(STATUS_QUERY);

/** Signals that an entity may have work; the work itself is in the database. */
export const workSignal = defineSignal(WORK_SIGNAL);

/** Signals that a task within the run of its entity is to be cancelled. */
export const cancelTaskSignal = defineSignal<[TaskRun]>(CANCEL_TASK_SIGNAL);
