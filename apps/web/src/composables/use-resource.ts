import { onMounted, onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { problemOfError, type PageProblem } from '../api/problem.ts';
import type { LoggedEvent } from '../api/types.ts';
import { coalesced } from '../logic/coalesced.ts';
import { useFeed } from './use-feed.ts';

/** Something that the page shows and keeps true. */
export interface Resource<Value> {
  /** Null until it was fetched. */
  readonly value: ShallowRef<Value | null>;
  readonly problem: Readonly<Ref<PageProblem | null>>;
  readonly loaded: Readonly<Ref<boolean>>;
  /** Fetches it now, or as soon as the fetch under way is over. */
  readonly refresh: () => Promise<void>;
}

/** However much happens, a view fetches four times a second at most. */
const GAP_MS = 250;
const TRY_AGAIN_MS = 4000;

/**
 * Fetches something at once, and again when an event says that it has changed, when events may
 * have been missed, and now and then while it cannot be reached.
 *
 * @param fetch - Fetches it; may throw.
 * @param isChanged - Whether an event changes it.
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
    timer = window.setTimeout(() => void refresh(), TRY_AGAIN_MS);
  };
  const attempt = async () => {
    clearTimeout(timer);
    try {
      value.value = await fetch();
      problem.value = null;
    } catch (error) {
      problem.value = problemOfError(error);
      if (isPassing(problem.value) && !isOver) retryLater();
    }
    loaded.value = true;
  };
  const refresh = coalesced(attempt, GAP_MS);
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

/** Only what has to do with reachability can get better by asking again. */
function isPassing({ code }: PageProblem): boolean {
  return code !== 'not_found' && code !== 'invalid_request';
}
