import { computed, type ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { OwnerSettings } from '../api/types.ts';
import { changes } from '../shared/event-parts.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';

/** The owners whose memories are not scored. */
export interface UnscoredOwners extends Pick<Resource<unknown>, 'problem' | 'loaded' | 'refresh'> {
  readonly owners: ComputedRef<readonly OwnerSettings[]>;
  /** Whether there are more than these. */
  readonly more: ComputedRef<boolean>;
}

const MOST_OWNERS = 200;

export function useUnscoredOwners(): UnscoredOwners {
  const query = { limit: MOST_OWNERS };
  // What is set is no event; the number of memories that wait changes with memories.
  const { value, problem, loaded, refresh } = useResource(
    () => bodyOf(api.GET('/owners/settings', { params: { query } })),
    (event) => changes(event, 'memories'),
  );
  const owners = computed(() => value.value?.items ?? []);
  const more = computed(() => (value.value?.nextCursor ?? null) !== null);
  return { owners, more, problem, loaded, refresh };
}

/** Switches the scoring of an owner's memories on or off. */
export function setScoring(ownerId: string, scoring: boolean): Promise<OwnerSettings> {
  const params = { path: { ownerId } };
  return bodyOf(api.PATCH('/owners/{ownerId}/settings', { params, body: { scoring } }));
}
