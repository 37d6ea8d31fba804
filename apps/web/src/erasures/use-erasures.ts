import { computed, type ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { Erasure, ErasureDetails } from '../api/types.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';
import { isEnd } from '../tasks/task-end.ts';

/** Erasures that are kept up to date. */
export interface LiveErasures extends Pick<Resource<unknown>, 'problem' | 'loaded' | 'refresh'> {
  /** Newest first. */
  readonly erasures: ComputedRef<readonly Erasure[]>;
}

const MAX_SHOWN = 20;

/** The latest erasures. They change when their task ends. */
export function useErasures(): LiveErasures {
  const query = { limit: MAX_SHOWN };
  const { value, problem, loaded, refresh } = useResource(
    () => bodyOf(api.GET('/erasures', { params: { query } })),
    isEnd,
  );
  return { erasures: computed(() => value.value?.items ?? []), problem, loaded, refresh };
}

/** An erasure with the backups that may hold what was erased. */
export function useErasure(id: string): Pick<Resource<ErasureDetails>, 'value' | 'problem'> {
  const { value, problem } = useResource(
    () => bodyOf(api.GET('/erasures/{id}', { params: { path: { id } } })),
    isEnd,
  );
  return { value, problem };
}

/** A request for an erasure. */
export interface NewErasure extends Pick<PageRequest, 'busy' | 'problem'> {
  /** @returns Whether it was accepted. */
  readonly start: (ownerId: string, confirm: string) => Promise<boolean>;
}

export function useNewErasure(): NewErasure {
  const { busy, problem, send } = useRequest();
  const start = (ownerId: string, confirm: string) =>
    send(() =>
      bodyOf(
        api.POST('/owners/{ownerId}/erasure', { params: { path: { ownerId } }, body: { confirm } }),
      ),
    );
  return { busy, problem, start };
}
