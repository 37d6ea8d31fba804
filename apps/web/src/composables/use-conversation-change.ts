import { api, bodyOf } from '../api/client.ts';
import { useRequest, type PageRequest } from './use-request.ts';

/** What a person can change of a conversation; what is left out stays. */
interface Wish {
  readonly title?: string;
  readonly glossary?: string[];
}

/** Changing a conversation itself. */
export interface ConversationChange extends Pick<PageRequest, 'busy' | 'problem'> {
  /** @returns Whether it is stored. */
  readonly change: (wish: Wish) => Promise<boolean>;
}

export function useConversationChange(id: string): ConversationChange {
  const { busy, problem, send } = useRequest();
  const change = (wish: Wish) =>
    send(() => bodyOf(api.PATCH('/conversations/{id}', { params: { path: { id } }, body: wish })));
  return { busy, problem, change };
}
