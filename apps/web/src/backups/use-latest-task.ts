import { computed, type ComputedRef } from 'vue';
import type { Task, TaskType } from '../api/types.ts';
import { ALL_TASKS, useTasks, type LiveTasks, type TaskSelection } from '../tasks/use-tasks.ts';

/** The latest task of a type, kept up to date. */
export interface LatestTask extends Pick<LiveTasks, 'takeTask' | 'putTask'> {
  /** Null until it has been fetched, and when there was none yet. */
  readonly task: ComputedRef<Task | null>;
}

/** It comes from the list of tasks, so that it is shown also after a reload. */
export function useLatestTask(type: TaskType): LatestTask {
  const selection: TaskSelection = { ...ALL_TASKS, type, limit: 1 };
  const { tasks, takeTask, putTask } = useTasks(() => selection);
  return { task: computed(() => tasks.value[0] ?? null), takeTask, putTask };
}
