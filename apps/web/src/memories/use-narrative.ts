import { shallowRef, type ShallowRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { EarlierNarratives } from '../api/types.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';

/** The narrative of a memory and what it was before. */
export interface NarrativeAccess extends Pick<PageRequest, 'busy' | 'problem'> {
  /** Oldest first; null until they were asked for. */
  readonly earlier: Readonly<ShallowRef<EarlierNarratives['items'] | null>>;
  readonly loadEarlier: () => Promise<boolean>;
  /** @returns whether it was stored */
  readonly save: (narrative: string) => Promise<boolean>;
}

/** @param memoryId - The memory; must not change while the component lives. */
export function useNarrative(memoryId: string): NarrativeAccess {
  const { busy, problem, send } = useRequest();
  const earlier = shallowRef<EarlierNarratives['items'] | null>(null);
  const params = { path: { id: memoryId } };
  return {
    ...{ busy, problem, earlier },
    loadEarlier: () =>
      send(async () => {
        const { items } = await bodyOf(api.GET('/memories/{id}/narratives', { params }));
        earlier.value = items;
      }),
    save: (narrative) =>
      send(() => bodyOf(api.PATCH('/memories/{id}', { params, body: { narrative } }))),
  };
}
