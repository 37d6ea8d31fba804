import type { CancelledTasks } from '#contracts/api';
import { SUMMARY_EXAMPLE, TASK_EXAMPLE } from './examples.ts';

export const CANCELLED_TASKS_EXAMPLE: CancelledTasks = {
  cancelling: [TASK_EXAMPLE.id],
  cancelled: [SUMMARY_EXAMPLE.taskId],
};
