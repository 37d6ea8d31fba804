import { computed, watch, type ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { ListedConversation } from '../api/types.ts';
import { changes } from '../shared/event-parts.ts';
import { firstItems } from '../shared/first-items.ts';
import { useKeptCount } from '../shared/use-kept-count.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';

/** Which conversations are meant. */
export interface ConversationWish {
  /** Words of titles and tags; `''` for all. */
  readonly search: string;
  /** Whether those that were put away are meant. */
  readonly archived: boolean;
}

/** Conversations that are kept up to date, as many as somebody has asked for. */
export interface LiveConversations extends Pick<
  Resource<unknown>,
  'problem' | 'loaded' | 'refresh'
> {
  readonly conversations: ComputedRef<readonly ListedConversation[]>;
  /** Whether older ones exist. */
  readonly hasMore: ComputedRef<boolean>;
  /** Shows older ones as well. */
  readonly showMore: () => void;
}

const STEP = 20;

/**
 * Conversations, the newest first.
 *
 * @param wish - A change fetches them again, from the newest on.
 */
export function useConversations(wish: () => ConversationWish): LiveConversations {
  const count = useKeptCount('conversations', STEP);
  const { value, problem, loaded, refresh } = useResource(
    () => newest(wish(), count.value),
    (event) => changes(event, 'conversation') || changes(event, 'tasks'),
  );
  watch(wish, () => {
    count.value = STEP;
    void refresh();
  });
  const showMore = () => {
    count.value += STEP;
    void refresh();
  };
  const conversations = computed(() => value.value?.items ?? []);
  const hasMore = computed(() => value.value?.hasMore ?? false);
  return { conversations, hasMore, showMore, problem, loaded, refresh };
}

function newest({ search, archived }: ConversationWish, count: number) {
  const wanted = {
    ...(search === '' ? {} : { search }),
    ...(archived ? ({ archived: 'true' } as const) : {}),
  };
  return firstItems(count, (page) =>
    bodyOf(api.GET('/conversations', { params: { query: { ...wanted, ...page } } })),
  );
}
