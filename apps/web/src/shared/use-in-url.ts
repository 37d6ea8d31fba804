import { computed, ref, watch, type Ref, type WritableComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useDebounced } from './use-debounced.ts';

/** What is typed is in the address when nothing was typed for this long. */
const QUIET_MS = 250;

/**
 * A choice that is kept in the query of the address, so that it can be linked and survives Back and
 * Reload. A change replaces the address.
 *
 * @param name - Name in the query.
 * @param read - The choice that a text of the query means; for `''`, the choice without one.
 * @param write - The text that means a choice; `''` leaves it out of the address.
 */
export function useInUrl<Value>(
  name: string,
  read: (text: string) => Value,
  write: (value: Value) => string,
): WritableComputedRef<Value> {
  const route = useRoute();
  const router = useRouter();
  const { path } = route;
  let text = '';
  // A screen that is being left keeps its choices: the address is that of another one already.
  const textNow = () => {
    if (route.path === path) text = String(route.query[name] ?? '');
    return text;
  };
  return computed({
    get: () => read(textNow()),
    set: (value) => {
      const { query, hash } = route;
      void router.replace({ query: { ...query, [name]: write(value) || undefined }, hash });
    },
  });
}

/** A search field whose words are kept in the address. */
export interface SearchInUrl {
  /** What is in the field. */
  readonly typed: Ref<string>;
  /** What is searched: it follows once somebody has stopped typing. */
  readonly search: Readonly<Ref<string>>;
}

/** The words of the search field of a screen, in its address as `search`. */
export function useSearchInUrl(): SearchInUrl {
  const search = useInUrl(
    'search',
    (text) => text,
    (text) => text,
  );
  const typed = ref(search.value);
  const settled = useDebounced(() => typed.value.trim(), QUIET_MS);
  let written = search.value;
  watch(settled, (words) => {
    if (words === written) return;
    written = words;
    search.value = words;
  });
  // Back, Forward and links change the address; what is being typed meanwhile stays.
  watch(search, (words) => {
    if (words === written) return;
    written = words;
    typed.value = words;
  });
  return { typed, search };
}
