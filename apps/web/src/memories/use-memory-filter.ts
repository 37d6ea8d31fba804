import { computed, ref, watch, type ComputedRef, type Ref, type WritableComputedRef } from 'vue';
import { useInUrl, useSearchInUrl, type SearchInUrl } from '../shared/use-in-url.ts';
import { useKeptCount } from '../shared/use-kept-count.ts';
import { SIGNIFICANCE_NAMES } from './significance.ts';

const PAGE_SIZE = 50;
/** The most that the API gives at once. */
const MAX_SHOWN = 200;
/** What is minor or trivial is hidden at first. */
const NOTABLE = 2;

/** What the list of memories shows, kept in the address. */
export interface MemoriesFilter extends SearchInUrl {
  /** The least significance. */
  readonly least: WritableComputedRef<number>;
  /** `null` for all owners. */
  readonly ownerId: WritableComputedRef<string | null>;
  /** How many at most. */
  readonly limit: Readonly<Ref<number>>;
  readonly canGrow: ComputedRef<boolean>;
  readonly grow: () => void;
}

/** The filter of the page of memories. */
export function useMemoryFilter(): MemoriesFilter {
  const { typed, search } = useSearchInUrl();
  const least = useInUrl('least', leastOf, (value) => (value === NOTABLE ? '' : String(value)));
  const ownerId = useInUrl(
    'owner',
    (text) => (text === '' ? null : text),
    (owner) => owner ?? '',
  );
  const limit = useKeptCount('memories', PAGE_SIZE);
  watch([search, least, ownerId], () => {
    limit.value = PAGE_SIZE;
  });
  const canGrow = computed(() => limit.value < MAX_SHOWN);
  const grow = () => {
    limit.value = Math.min(MAX_SHOWN, limit.value + PAGE_SIZE);
  };
  return { typed, search, least, ownerId, limit, canGrow, grow };
}

function leastOf(text: string): number {
  const level = SIGNIFICANCE_NAMES.findIndex((_, value) => String(value) === text);
  return level < 0 ? NOTABLE : level;
}

/**
 * Owners that somebody may choose: those that have been seen, and the one that is chosen.
 *
 * @param seen - Owners of what is shown now.
 * @param chosen - The owner that is chosen; `null` for none.
 */
export function useOwners(
  seen: () => readonly string[],
  chosen: () => string | null,
): Readonly<Ref<readonly string[]>> {
  const owners = ref<readonly string[]>([]);
  watch(
    () => [...seen(), ...[chosen()].filter((owner) => owner !== null)],
    (more) => {
      owners.value = [...new Set([...owners.value, ...more])].sort();
    },
    { immediate: true },
  );
  return owners;
}
