import { computed, type ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { Export } from '../api/types.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';
import { isEnd } from '../tasks/task-end.ts';

/** How many are shown at most; they are kept for days only. */
const MAX_SHOWN = 100;

/** Exports that are kept up to date. */
export interface LiveExports extends Pick<Resource<unknown>, 'problem' | 'loaded' | 'refresh'> {
  /** Newest first. */
  readonly exports: ComputedRef<readonly Export[]>;
}

/** All exports of all owners. */
export function useExports(): LiveExports {
  const query = { limit: MAX_SHOWN };
  const { value, problem, loaded, refresh } = useResource(
    () => bodyOf(api.GET('/exports', { params: { query } })),
    isEnd,
  );
  return { exports: computed(() => value.value?.items ?? []), problem, loaded, refresh };
}
