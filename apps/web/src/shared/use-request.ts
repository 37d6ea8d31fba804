import { ref, type Ref } from 'vue';
import { problemOfError, type PageProblem } from '../api/problem.ts';

/** A request to the gateway and its state. */
export interface PageRequest {
  /** True until the response has arrived. */
  readonly busy: Readonly<Ref<boolean>>;
  /** Problem of the last request, if it failed. */
  readonly problem: Readonly<Ref<PageProblem | null>>;
  /**
   * Sends a request.
   *
   * @param call - Calls the gateway and processes the response.
   * @returns Whether it succeeded.
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
