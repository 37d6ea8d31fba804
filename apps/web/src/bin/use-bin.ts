import { computed, type ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { BinItem } from '../api/types.ts';
import { changes } from '../shared/event-parts.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';

/** How many are shown at most. */
const MAX_SHOWN = 100;

/** The bin, kept up to date. */
export interface LiveBin extends Pick<Resource<unknown>, 'problem' | 'loaded' | 'refresh'> {
  /** The latest deletion first. */
  readonly items: ComputedRef<readonly BinItem[]>;
  /** Whether there are more than are shown. */
  readonly hasMore: ComputedRef<boolean>;
}

/** What was deleted, of all owners. */
export function useBin(): LiveBin {
  const query = { limit: MAX_SHOWN };
  const { value, problem, loaded, refresh } = useResource(
    () => bodyOf(api.GET('/bin', { params: { query } })),
    (event) => changes(event, 'bin'),
  );
  const items = computed(() => value.value?.items ?? []);
  const hasMore = computed(() => (value.value?.nextCursor ?? null) !== null);
  return { items, hasMore, problem, loaded, refresh };
}
