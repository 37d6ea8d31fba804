import { api, bodyOf } from '../api/client.ts';
import type { Memory } from '../api/types.ts';
import { changes } from '../shared/event-parts.ts';
import { useList, type ListSource, type LiveList } from '../shared/use-list.ts';

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
}

/**
 * Memories, newest first.
 *
 * @param list - Which list of its screen it is, and how many are shown at first.
 * @param filter - The filters; a change begins the list anew.
 */
export function useMemories(
  list: Pick<ListSource<Memory>, 'name' | 'step'>,
  filter: () => MemoryFilter,
): LiveList<Memory> {
  return useList({
    ...list,
    fetchPage: (page) =>
      bodyOf(api.GET('/memories', { params: { query: { ...filter(), ...page } } })),
    isChanged: (event) =>
      changes(event, 'memories') &&
      (filter().conversationId ?? event.conversationId) === event.conversationId,
    wish: filter,
  });
}
