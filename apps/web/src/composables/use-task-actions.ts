import { api, bodyOf } from '../api/client.ts';
import type { Task } from '../api/types.ts';
import { useRequest, type PageRequest } from './use-request.ts';

/** Steering of one task. */
export interface TaskActions extends Pick<PageRequest, 'busy' | 'problem'> {
  readonly cancel: () => Promise<void>;
  readonly retry: () => Promise<void>;
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
    retry: () => act(() => bodyOf(api.POST('/tasks/{id}/retry', path()))),
  };
}
