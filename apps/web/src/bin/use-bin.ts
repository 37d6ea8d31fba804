import { computed, ref, type ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { BinItem } from '../api/types.ts';
import { changes } from '../shared/event-parts.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';

const STEP = 50;
/** The most that the API gives at once. */
const LARGEST_PAGE = 200;

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
  const count = ref(STEP);
  const { value, problem, loaded, refresh } = useResource(
    () => latest(count.value),
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

async function latest(count: number) {
  const items: BinItem[] = [];
  let cursor: string | null = null;
  do {
    const limit = Math.min(LARGEST_PAGE, count - items.length);
    const query = { limit, ...(cursor === null ? {} : { cursor }) };
    const page: { items: BinItem[]; nextCursor: string | null } = await bodyOf(
      api.GET('/bin', { params: { query } }),
    );
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && items.length < count);
  return { items, hasMore: cursor !== null };
}
