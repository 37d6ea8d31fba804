import { ref, type Ref } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import { problemOfError, type PageProblem } from '../api/problem.ts';

/** What a person can change of a conversation; what is left out stays. */
interface Wish {
  readonly title?: string;
  readonly glossary?: string[];
}

/** Changing a conversation itself. */
export interface ConversationChange {
  readonly busy: Readonly<Ref<boolean>>;
  readonly problem: Readonly<Ref<PageProblem | null>>;
  /** @returns Whether it is stored. */
  readonly change: (wish: Wish) => Promise<boolean>;
}

export function useConversationChange(id: string): ConversationChange {
  const busy = ref(false);
  const problem = ref<PageProblem | null>(null);
  const change = async (wish: Wish) => {
    busy.value = true;
    problem.value = null;
    try {
      await bodyOf(api.PATCH('/conversations/{id}', { params: { path: { id } }, body: wish }));
      return true;
    } catch (error) {
      problem.value = problemOfError(error);
      return false;
    } finally {
      busy.value = false;
    }
  };
  return { busy, problem, change };
}
