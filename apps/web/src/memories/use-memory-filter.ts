import { ref, watch, type Ref, type WritableComputedRef } from 'vue';
import { useInUrl, useSearchInUrl, type SearchInUrl } from '../shared/use-in-url.ts';
import { SIGNIFICANCE_NAMES } from './significance.ts';

/** What is minor or trivial is hidden at first. */
const NOTABLE = 2;

/** What the list of memories shows, kept in the address. */
export interface MemoriesFilter extends SearchInUrl {
  /** The least significance. */
  readonly least: WritableComputedRef<number>;
  /** `null` for all owners. */
  readonly ownerId: WritableComputedRef<string | null>;
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
  return { typed, search, least, ownerId };
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
