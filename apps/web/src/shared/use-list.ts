import { computed, watch, type ComputedRef } from 'vue';
import type { LoggedEvent } from '../api/types.ts';
import { firstItems, type FetchPage } from './first-items.ts';
import { useKeptCount } from './use-kept-count.ts';
import { useResource, type Resource } from './use-resource.ts';

/** A list that is kept up to date, as much of it as somebody has asked for. */
export interface LiveList<Item> extends Pick<Resource<unknown>, 'problem' | 'loaded' | 'refresh'> {
  readonly items: ComputedRef<readonly Item[]>;
  /** Whether it goes on. */
  readonly hasMore: ComputedRef<boolean>;
  /** Shows more of it. */
  readonly showMore: () => void;
}

/** A list of the API. */
export interface ListSource<Item> {
  /** Different for each list of a screen; Back and Reload show as much of it as before. */
  readonly name: string;
  /** How many items are shown at first, and are added each time. */
  readonly step: number;
  readonly fetchPage: FetchPage<Item>;
  /** Whether an event changes the list. */
  readonly isChanged: (event: LoggedEvent) => boolean;
  /** What is wished for; a change of it begins the list anew. */
  readonly wish?: () => unknown;
}

/** A list of any length, from its first item on. */
export function useList<Item>({
  name,
  step,
  fetchPage,
  isChanged,
  wish,
}: ListSource<Item>): LiveList<Item> {
  const count = useKeptCount(name, step);
  const { value, problem, loaded, refresh } = useResource(
    () => firstItems(count.value, fetchPage),
    isChanged,
  );
  if (wish !== undefined) {
    watch(wish, () => {
      count.value = step;
      void refresh();
    });
  }
  const showMore = () => {
    count.value += step;
    void refresh();
  };
  const items = computed(() => value.value?.items ?? []);
  const hasMore = computed(() => value.value?.hasMore ?? false);
  return { items, hasMore, showMore, problem, loaded, refresh };
}
