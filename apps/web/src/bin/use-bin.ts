import { api, bodyOf } from '../api/client.ts';
import type { BinItem } from '../api/types.ts';
import { changes } from '../shared/event-parts.ts';
import { useList, type LiveList } from '../shared/use-list.ts';

/** What was deleted, of all owners, the latest deletion first. */
export function useBin(): LiveList<BinItem> {
  return useList({
    name: 'bin',
    step: 50,
    fetchPage: (query) => bodyOf(api.GET('/bin', { params: { query } })),
    isChanged: (event) => changes(event, 'bin'),
  });
}
