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
  /** Fetches them, with what went wrong with them lately. */
  readonly refresh: () => Promise<void>;
}

/** Cached for the page, because what they can do changes only with a restart of the gateway. */
const cached = shallowRef<Engines | null>(null);

export function useEngines(): EngineList {
  const { problem, send } = useRequest();
  const refresh = async () => {
    await send(async () => {
      cached.value = await bodyOf(api.GET('/engines'));
    });
  };
  const load = async () => {
    if (cached.value === null) await refresh();
  };
  return { engines: cached, problem, load, refresh };
}
