import { computed, watch, type ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { LoggedEvent, Memory } from '../api/types.ts';
import { changes } from '../logic/event-parts.ts';
import { useResource, type Resource } from './use-resource.ts';

/** Which memories are wanted; what is left out does not matter. */
export interface MemoryWish {
  readonly conversationId?: string;
  readonly pinned?: 'true' | 'false';
  /** At least so significant. */
  readonly significance?: number;
  readonly limit: number;
}

/** Memories that are kept true. */
export interface LiveMemories extends Pick<Resource<unknown>, 'problem' | 'loaded' | 'refresh'> {
  readonly memories: ComputedRef<readonly Memory[]>;
  /** Whether there are older ones. */
  readonly more: ComputedRef<boolean>;
}

/**
 * Memories, the newest first.
 *
 * @param wish - Which; fetched anew when they are others.
 */
export function useMemories(wish: () => MemoryWish): LiveMemories {
  const isChanged = (event: LoggedEvent) =>
    changes(event, 'memories') &&
    (wish().conversationId ?? event.conversationId) === event.conversationId;
  const { value, problem, loaded, refresh } = useResource(
    () => bodyOf(api.GET('/memories', { params: { query: { ...wish() } } })),
    isChanged,
  );
  watch(wish, refresh);
  const memories = computed(() => value.value?.items ?? []);
  const more = computed(() => (value.value?.nextCursor ?? null) !== null);
  return { memories, more, problem, loaded, refresh };
}
