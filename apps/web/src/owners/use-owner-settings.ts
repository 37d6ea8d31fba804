import { api, bodyOf } from '../api/client.ts';
import type { OwnerSettings } from '../api/types.ts';
import { changes } from '../shared/event-parts.ts';
import { useList, type LiveList } from '../shared/use-list.ts';

/** The owners whose memories are not judged. */
export function useUnscoredOwners(): LiveList<OwnerSettings> {
  return useList({
    name: 'unscored-owners',
    step: 50,
    fetchPage: (query) => bodyOf(api.GET('/owners/settings', { params: { query } })),
    // What is set is no event; the number of memories that wait changes with memories.
    isChanged: (event) => changes(event, 'memories'),
  });
}

/** Switches the scoring of an owner's memories on or off. */
export function setScoring(ownerId: string, scoring: boolean): Promise<OwnerSettings> {
  const params = { path: { ownerId } };
  return bodyOf(api.PATCH('/owners/{ownerId}/settings', { params, body: { scoring } }));
}
