import { useRouter } from 'vue-router';
import { api, bodyOf } from '../api/client.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';

/** Creates a conversation and opens it. */
export interface NewConversation extends Pick<PageRequest, 'busy' | 'problem'> {
  readonly begin: () => Promise<void>;
}

export function useNewConversation(): NewConversation {
  const router = useRouter();
  const { busy, problem, send } = useRequest();
  const begin = async () => {
    await send(async () => {
      const { id } = await bodyOf(api.POST('/conversations', { body: {} }));
      await router.push({ name: 'conversation', params: { id } });
    });
  };
  return { busy, problem, begin };
}
