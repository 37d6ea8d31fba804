import type { TaskRun, TaskType } from '#contracts/tasks';

/** A conversation of a test, and the runs of its pending tasks by type. */
export interface TestConversation {
  readonly id: string;
  readonly runs: ReadonlyMap<TaskType, TaskRun>;
}
