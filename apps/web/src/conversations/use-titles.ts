import { computed, type ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import { changes } from '../shared/event-parts.ts';
import { useResource } from '../shared/use-resource.ts';

const MAX_CONVERSATIONS = 200;
const WITH_TITLES = ['conversation_created', 'conversation_changed'];

/** Titles of the newest conversations by id. */
export function useTitles(): ComputedRef<ReadonlyMap<string, string>> {
  const query = { limit: MAX_CONVERSATIONS };
  const { value } = useResource(
    () => bodyOf(api.GET('/conversations', { params: { query } })),
    (event) => WITH_TITLES.includes(event.type) && changes(event, 'conversation'),
  );
  return computed(() => new Map((value.value?.items ?? []).map(({ id, title }) => [id, title])));
}
