import { ref, type Ref } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import { problemOfError, type PageProblem } from '../api/problem.ts';
import type { Task } from '../api/types.ts';

/** Steering of one task. */
export interface TaskActions {
  /** True from the click to the answer. */
  readonly busy: Readonly<Ref<boolean>>;
  readonly problem: Readonly<Ref<PageProblem | null>>;
  readonly cancel: () => Promise<void>;
  readonly retry: () => Promise<void>;
}

/**
 * @param taskId - The task.
 * @param onTask - Told of the task as the gateway answers with it.
 */
export function useTaskActions(taskId: () => string, onTask: (task: Task) => void): TaskActions {
  const busy = ref(false);
  const problem = ref<PageProblem | null>(null);
  const act = async (call: () => Promise<Task>) => {
    busy.value = true;
    problem.value = null;
    try {
      onTask(await call());
    } catch (error) {
      problem.value = problemOfError(error);
    } finally {
      busy.value = false;
    }
  };
  const path = () => ({ params: { path: { id: taskId() } } });
  return {
    busy,
    problem,
    cancel: () => act(() => bodyOf(api.POST('/tasks/{id}/cancel', path()))),
    retry: () => act(() => bodyOf(api.POST('/tasks/{id}/retry', path()))),
  };
}
