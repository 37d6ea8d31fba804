import { shallowRef, type ShallowRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { Engines } from '../api/types.ts';
import { useRequest, type PageRequest } from './use-request.ts';

/** The engines that tasks may ask for. */
export interface EngineList extends Pick<PageRequest, 'problem'> {
  /** Null until they were fetched. */
  readonly engines: ShallowRef<Engines | null>;
  /** Fetches them, unless that was done before. */
  readonly load: () => Promise<void>;
}

/** They change with a restart of the gateway only, so one fetch serves the whole page. */
const known = shallowRef<Engines | null>(null);

export function useEngines(): EngineList {
  const { problem, send } = useRequest();
  const load = async () => {
    if (known.value !== null) return;
    await send(async () => {
      known.value = await bodyOf(api.GET('/engines'));
    });
  };
  return { engines: known, problem, load };
}
