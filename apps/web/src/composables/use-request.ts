import { ref, type Ref } from 'vue';
import { problemOfError, type PageProblem } from '../api/problem.ts';

/** Something that a person wants of the gateway, and what became of it. */
export interface PageRequest {
  /** True from the wish to the answer. */
  readonly busy: Readonly<Ref<boolean>>;
  /** Why the last wish was not granted. */
  readonly problem: Readonly<Ref<PageProblem | null>>;
  /**
   * Sends a wish.
   *
   * @param call - Asks the gateway, and does what follows from its answer.
   * @returns Whether it was granted.
   */
  readonly send: (call: () => Promise<unknown>) => Promise<boolean>;
}

export function useRequest(): PageRequest {
  const busy = ref(false);
  const problem = ref<PageProblem | null>(null);
  const send: PageRequest['send'] = async (call) => {
    busy.value = true;
    problem.value = null;
    try {
      await call();
      return true;
    } catch (error) {
      problem.value = problemOfError(error);
      return false;
    } finally {
      busy.value = false;
    }
  };
  return { busy, problem, send };
}
