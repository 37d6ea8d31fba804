import { api, bodyOf } from '../api/client.ts';
import type { RetryTask, Task } from '../api/types.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';

/** Settings that a retry may change. */
export type RetrySettings = NonNullable<RetryTask['settings']>;

/** Actions on one task. */
export interface TaskActions extends Pick<PageRequest, 'busy' | 'problem'> {
  readonly cancel: () => Promise<void>;
  /** @param settings - Replace the settings of the task for the next run. */
  readonly retry: (settings?: RetrySettings) => Promise<void>;
}

/**
 * @param taskId - The task.
 * @param onTask - Receives the task of the response.
 */
export function useTaskActions(taskId: () => string, onTask: (task: Task) => void): TaskActions {
  const { busy, problem, send } = useRequest();
  const act = async (call: () => Promise<Task>) => {
    await send(async () => onTask(await call()));
  };
  const path = () => ({ params: { path: { id: taskId() } } });
  return {
    busy,
    problem,
    cancel: () => act(() => bodyOf(api.POST('/tasks/{id}/cancel', path()))),
    retry: (settings) =>
      act(() =>
        bodyOf(
          api.POST('/tasks/{id}/retry', { ...path(), ...(settings ? { body: { settings } } : {}) }),
        ),
      ),
  };
}
