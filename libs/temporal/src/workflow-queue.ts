import type { TaskQueue } from '#contracts/model';

/** The task queue of all workflows. */
export const WORKFLOW_QUEUE: TaskQueue = 'orchestration';
