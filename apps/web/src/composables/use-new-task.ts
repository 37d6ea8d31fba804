import { ref, type Ref } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import { problemOfError, type PageProblem } from '../api/problem.ts';

/** Has a stage of a conversation run by itself. */
export interface NewTask {
  readonly busy: Readonly<Ref<boolean>>;
  readonly problem: Readonly<Ref<PageProblem | null>>;
  /** @returns Whether it will run. */
  readonly run: (type: 'correction' | 'summary' | 'significance') => Promise<boolean>;
}

export function useNewTask(conversationId: string): NewTask {
  const busy = ref(false);
  const problem = ref<PageProblem | null>(null);
  const run: NewTask['run'] = async (type) => {
    busy.value = true;
    problem.value = null;
    try {
      await bodyOf(api.POST('/tasks', { body: { type, conversationId } }));
      return true;
    } catch (error) {
      problem.value = problemOfError(error);
      return false;
    } finally {
      busy.value = false;
    }
  };
  return { busy, problem, run };
}
