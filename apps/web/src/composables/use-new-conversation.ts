import { ref, type Ref } from 'vue';
import { useRouter } from 'vue-router';
import { api, bodyOf } from '../api/client.ts';
import { problemOfError, type PageProblem } from '../api/problem.ts';

/** Begins a conversation and opens it. */
export interface NewConversation {
  readonly busy: Readonly<Ref<boolean>>;
  readonly problem: Readonly<Ref<PageProblem | null>>;
  readonly begin: () => Promise<void>;
}

export function useNewConversation(): NewConversation {
  const router = useRouter();
  const busy = ref(false);
  const problem = ref<PageProblem | null>(null);
  const begin = async () => {
    busy.value = true;
    problem.value = null;
    try {
      const { id } = await bodyOf(api.POST('/conversations', { body: {} }));
      await router.push({ name: 'conversation', params: { id } });
    } catch (error) {
      problem.value = problemOfError(error);
    } finally {
      busy.value = false;
    }
  };
  return { busy, problem, begin };
}
