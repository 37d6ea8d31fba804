import type { TaskRun, TaskType } from '#contracts/tasks';

/** A conversation of a test. */
export interface Conversing {
  readonly id: string;
  readonly runs: ReadonlyMap<TaskType, TaskRun>;
}
