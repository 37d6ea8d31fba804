import { computed, watch, type ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { LoggedEvent, Memory } from '../api/types.ts';
import { changes } from '../shared/event-parts.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';

/** Filters of memories; omitted filters match all. */
export interface MemoryFilter {
  readonly ownerId?: string;
  readonly conversationId?: string;
  readonly pinned?: 'true' | 'false';
  /** Whether it has outlived its conversation. */
  readonly kept?: 'true' | 'false';
  /** Words that all occur. */
  readonly search?: string;
  /** Minimum significance. */
  readonly significance?: number;
  readonly limit: number;
}

/** Memories that are kept up to date. */
export interface LiveMemories extends Pick<Resource<unknown>, 'problem' | 'loaded' | 'refresh'> {
  readonly memories: ComputedRef<readonly Memory[]>;
  /** Whether older memories exist. */
  readonly more: ComputedRef<boolean>;
}

/**
 * Memories, newest first.
 *
 * @param filter - The filters; a change fetches the memories again.
 */
export function useMemories(filter: () => MemoryFilter): LiveMemories {
  const isChanged = (event: LoggedEvent) =>
    changes(event, 'memories') &&
    (filter().conversationId ?? event.conversationId) === event.conversationId;
  const { value, problem, loaded, refresh } = useResource(
    () => bodyOf(api.GET('/memories', { params: { query: { ...filter() } } })),
    isChanged,
  );
  watch(filter, refresh);
  const memories = computed(() => value.value?.items ?? []);
  const more = computed(() => (value.value?.nextCursor ?? null) !== null);
  return { memories, more, problem, loaded, refresh };
}
