import { api, bodyOf } from '../api/client.ts';
import type { ListedConversation } from '../api/types.ts';
import { changes } from '../shared/event-parts.ts';
import { useList, type LiveList } from '../shared/use-list.ts';

/** Which conversations are meant. */
export interface ConversationWish {
  /** Words of titles and tags; `''` for all. */
  readonly search: string;
  /** Whether those that were put away are meant. */
  readonly archived: boolean;
}

/**
 * Conversations, the newest first.
 *
 * @param wish - A change fetches them again, from the newest on.
 */
export function useConversations(wish: () => ConversationWish): LiveList<ListedConversation> {
  const wanted = () => {
    const { search, archived } = wish();
    return {
      ...(search === '' ? {} : { search }),
      ...(archived ? ({ archived: 'true' } as const) : {}),
    };
  };
  return useList({
    name: 'conversations',
    step: 20,
    fetchPage: (page) =>
      bodyOf(api.GET('/conversations', { params: { query: { ...wanted(), ...page } } })),
    isChanged: (event) => changes(event, 'conversation') || changes(event, 'tasks'),
    wish,
  });
}
