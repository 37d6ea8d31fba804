import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue';
import type { Task } from '../api/types.ts';
import { ALL_TASKS, useTasks, type LiveTasks, type TaskSelection } from '../tasks/use-tasks.ts';
import { latestRefreshOf } from './latest-refresh.ts';

const SELECTION: TaskSelection = { ...ALL_TASKS, type: 'agent_report', limit: 50 };
const KEY: InjectionKey<LiveTasks> = Symbol('report tasks');

/** The latest refresh of one agent. */
export interface ReportTask extends Pick<LiveTasks, 'takeTask' | 'putTask' | 'loaded'> {
  /** Null until it has been fetched, and when there was none yet. */
  readonly task: ComputedRef<Task | null>;
}

/** Fetches the refreshes once for all agents of a page. */
export function provideReportTasks(): void {
  provide(
    KEY,
    useTasks(() => SELECTION),
  );
}

/**
 * The latest refresh of an agent, whether it runs or has ended. It comes from the list of tasks, so
 * it is found again after the page was left or loaded again.
 */
export function useReportTask(projectId: string, agent: string): ReportTask {
  const { tasks, takeTask, putTask, loaded } = inject(KEY, () => useTasks(() => SELECTION), true);
  const task = computed(() => latestRefreshOf(tasks.value, projectId, agent));
  return { task, takeTask, putTask, loaded };
}
