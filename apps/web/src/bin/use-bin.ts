import { computed, type ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { BinItem } from '../api/types.ts';
import { changes } from '../shared/event-parts.ts';
import { firstItems } from '../shared/first-items.ts';
import { useKeptCount } from '../shared/use-kept-count.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';

const STEP = 50;

/** The bin, kept up to date. */
export interface LiveBin extends Pick<Resource<unknown>, 'problem' | 'loaded' | 'refresh'> {
  /** The latest deletion first, as many as somebody has asked for. */
  readonly items: ComputedRef<readonly BinItem[]>;
  /** Whether there are more than are shown. */
  readonly hasMore: ComputedRef<boolean>;
  /** Shows earlier deletions as well. */
  readonly showMore: () => void;
}

/** What was deleted, of all owners. */
export function useBin(): LiveBin {
  const count = useKeptCount('bin', STEP);
  const { value, problem, loaded, refresh } = useResource(
    () => firstItems(count.value, (query) => bodyOf(api.GET('/bin', { params: { query } }))),
    (event) => changes(event, 'bin'),
  );
  const showMore = () => {
    count.value += STEP;
    void refresh();
  };
  const items = computed(() => value.value?.items ?? []);
  const hasMore = computed(() => value.value?.hasMore ?? false);
  return { items, hasMore, showMore, problem, loaded, refresh };
}
