import { shallowRef, type ShallowRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { Engines } from '../api/types.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';

/** The engines that tasks may request. */
export interface EngineList extends Pick<PageRequest, 'problem'> {
  /** Null until they have been fetched. */
  readonly engines: ShallowRef<Engines | null>;
  /** Fetches them unless they are cached. */
  readonly load: () => Promise<void>;
}

/** Cached for the page, because they change only with a restart of the gateway. */
const cached = shallowRef<Engines | null>(null);

export function useEngines(): EngineList {
  const { problem, send } = useRequest();
  const load = async () => {
    if (cached.value !== null) return;
    await send(async () => {
      cached.value = await bodyOf(api.GET('/engines'));
    });
  };
  return { engines: cached, problem, load };
}
