import { computed, type ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { Import } from '../api/types.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';
import { isEnd } from '../tasks/task-end.ts';

/** How many are shown at most; they are kept for days only. */
const MAX_SHOWN = 100;

/** Imports that are kept up to date. */
export interface LiveImports extends Pick<Resource<unknown>, 'problem' | 'refresh'> {
  /** Newest first. */
  readonly imports: ComputedRef<readonly Import[]>;
}

/** All imports of all owners. */
export function useImports(): LiveImports {
  const query = { limit: MAX_SHOWN };
  const { value, problem, refresh } = useResource(
    () => bodyOf(api.GET('/imports', { params: { query } })),
    isEnd,
  );
  return { imports: computed(() => value.value?.items ?? []), problem, refresh };
}
