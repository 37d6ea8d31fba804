import { computed, type ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { Agent } from '../api/types.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';

/** All agents of the gateway. */
export interface Agents extends Pick<Resource<unknown>, 'problem' | 'loaded' | 'refresh'> {
  readonly agents: ComputedRef<readonly Agent[]>;
}

/** They change only with a restart of the gateway, after which the event stream has a gap. */
export function useAgents(): Agents {
  const { value, problem, loaded, refresh } = useResource(
    () => bodyOf(api.GET('/agents')),
    () => false,
  );
  return { agents: computed(() => value.value?.items ?? []), problem, loaded, refresh };
}
