import { api, bodyOf } from '../api/client.ts';
import type { RetryTask, Task } from '../api/types.ts';
import { useRequest, type PageRequest } from './use-request.ts';

/** What a retry may change. */
export type RetrySettings = NonNullable<RetryTask['settings']>;

/** Steering of one task. */
export interface TaskActions extends Pick<PageRequest, 'busy' | 'problem'> {
  readonly cancel: () => Promise<void>;
  /** @param settings - What the next run gets instead of what the task has. */
  readonly retry: (settings?: RetrySettings) => Promise<void>;
}

/**
 * @param taskId - The task.
 * @param onTask - Told of the task as the gateway answers with it.
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
