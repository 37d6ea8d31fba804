import { onMounted, onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { problemOfError, saysNothingThere, type PageProblem } from '../api/problem.ts';
import type { LoggedEvent } from '../api/types.ts';
import { coalesced } from './coalesced.ts';
import { useFeed } from './use-feed.ts';

/** Data of the page that is kept up to date. */
export interface Resource<Value> {
  /** Null until it has been fetched. */
  readonly value: ShallowRef<Value | null>;
  readonly problem: Readonly<Ref<PageProblem | null>>;
  readonly loaded: Readonly<Ref<boolean>>;
  /** Fetches it now, or after the current fetch. */
  readonly refresh: () => Promise<void>;
}

/** Minimum interval between fetches: at most four per second. */
const GAP_MS = 250;
const RETRY_INTERVAL_MS = 4000;

/**
 * Fetches data at once, and again when an event changes it, when events may have been missed, and
 * periodically while it cannot be reached.
 *
 * @param fetch - Fetches it; may throw.
 * @param isChanged - Whether an event changes the data.
 */
export function useResource<Value>(
  fetch: () => Promise<Value>,
  isChanged: (event: LoggedEvent) => boolean,
): Resource<Value> {
  const value = shallowRef<Value | null>(null);
  const problem = ref<PageProblem | null>(null);
  const loaded = ref(false);
  let timer: number | undefined;
  let isOver = false;
  const retryLater = () => {
    timer = window.setTimeout(() => void refresh(), RETRY_INTERVAL_MS);
  };
  const attempt = async () => {
    clearTimeout(timer);
    try {
      value.value = await fetch();
      problem.value = null;
    } catch (error) {
      problem.value = problemOfError(error);
      // A retry can help, unless the thing is missing or the request is wrong.
      if (!saysNothingThere(problem.value) && !isOver) retryLater();
    }
    loaded.value = true;
  };
  // A fetch that was put off is not made for a view that has gone.
  const refresh = coalesced(() => (isOver ? Promise.resolve() : attempt()), GAP_MS);
  useFeed({
    onEvent: (event) => void (isChanged(event) && refresh()),
    onGap: () => void refresh(),
  });
  onMounted(refresh);
  onScopeDispose(() => {
    isOver = true;
    clearTimeout(timer);
  });
  return { value, problem, loaded, refresh };
}
